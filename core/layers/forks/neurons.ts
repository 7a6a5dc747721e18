/** Activation functions that BVLC lacks, for mobile and self-normalizing nets. */
import { elementWise } from '../shared/element-wise';
import { binary, elu, scalar, scaled, unary } from '../../graph/operators';

/** y = min(max(x, 0), 6): relu6_layer.cpp. */
export const relu6 = elementWise({
  type: 'ReLU6',
  param: 'relu_param',
  skeleton: { name: 'relu1', inPlace: true },
  summary: 'The rectified linear unit, limited to 6: `y = min(max(x, 0), 6)`.',
  rectifies: () => true,
  onnx: (x) => binary('Min', unary('Relu', x), scalar(6)),
  neuron: () => ({ value: (x) => Math.min(Math.max(x, 0), 6), slope: (x) => (x > 0 && x < 6 ? 1 : 0), rising: true }),
});

/** From Klambauer et al. 2017: the fixed point has mean 0 and variance 1. */
const [lambda, alpha] = [1.0507009873554805, 1.6732632423543772];

/** y = λ · x above 0, λ · α · (eˣ − 1) below: selu_layer.cpp. */
export const selu = elementWise({
  type: 'SeLu',
  skeleton: { name: 'selu1', inPlace: true },
  summary: 'The self-normalizing ELU: `y = λ · x` above 0, `y = λ · α · (exp(x) − 1)` below; λ = 1.0507, α = 1.6733.',
  onnx: (x) => scaled(elu(x, alpha), lambda),
  neuron: () => ({
    value: (x) => lambda * (x > 0 ? x : alpha * Math.expm1(x)),
    slope: (x) => lambda * (x > 0 ? 1 : alpha * Math.exp(x)),
    rising: true,
  }),
});

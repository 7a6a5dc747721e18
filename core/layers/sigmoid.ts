/** y = 1 / (1 + e⁻ˣ), computed as tanh(x / 2) / 2 + 1/2: sigmoid_layer.cpp. */
import { elementWise } from './shared/element-wise';
import { sigmoidOf } from '../moments/sigmoid';
import { unary } from '../graph/operators';

export const sigmoid = elementWise({
  type: 'Sigmoid',
  param: 'sigmoid_param',
  skeleton: { name: 'sigmoid1', inPlace: true },
  summary: 'The logistic function: `y = 1 / (1 + exp(−x))`.',
  saturates: { input: 3.64, outputs: [0.0257, 0.9743] },
  inPlace: { reads: () => 'values', keeps: () => 'nothing' },
  onnx: (x) => unary('Sigmoid', x),
  neuron: () => ({ value: sigmoidOf, slope: (x) => sigmoidOf(x) * (1 - sigmoidOf(x)), rising: true }),
});

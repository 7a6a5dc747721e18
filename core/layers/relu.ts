/** y = max(x, 0) + negative_slope · min(x, 0): relu_layer.cpp. */
import { num } from '../schema/message';
import { elementWise } from './shared/element-wise';
import { leakyRelu, unary } from '../graph/operators';

export const relu = elementWise({
  type: 'ReLU',
  param: 'relu_param',
  skeleton: { name: 'relu1', inPlace: true },
  summary: 'The rectified linear unit: `y = max(x, 0) + negative_slope · min(x, 0)`.',
  rectifies: (param) => num(param, 'negative_slope') === 0,
  // Its gradient reads the bottom, which is above 0 exactly where the top is. In place, it reads the values that are
  // there during the backward pass.
  inPlace: {
    spoils: ({ param }) => (num(param, 'negative_slope') < 0 ? 'gradient' : undefined),
    reads: ({ inPlace }) => (inPlace ? 'signs' : undefined),
    // Where it outputs 0, it passes no gradient.
    keeps: ({ param }) =>
      num(param, 'negative_slope') === 0 ? 'values' : num(param, 'negative_slope') > 0 ? 'signs' : 'nothing',
  },
  onnx: (x, param) => {
    const below = num(param, 'negative_slope');
    return below === 0 ? unary('Relu', x) : leakyRelu(x, below);
  },
  neuron: (param) => {
    const below = num(param, 'negative_slope');
    return { value: (x) => (x > 0 ? x : below * x), slope: (x) => (x > 0 ? 1 : below), rising: below >= 0 };
  },
});

/** y = x · sigmoid(beta · x): swish_layer.cpp. */
import { num } from '../schema/message';
import { elementWise } from './shared/element-wise';
import { sigmoidOf } from '../moments/sigmoid';
import { add, mul, scalar, scaled, sub, unary } from '../graph/operators';

export const swish = elementWise({
  type: 'Swish',
  param: 'swish_param',
  summary: '`y = x · sigmoid(beta · x)`.',
  inPlace: { reads: () => 'values', keeps: () => 'signs' },
  onnx: (x, param) => mul(x, unary('Sigmoid', scaled(x, num(param, 'beta')))),
  // Reads the sigmoid that Forward has computed, and the top.
  backward: ({ before, y, gradient, param }) => {
    const beta = num(param, 'beta');
    const sigmoid = unary('Sigmoid', scaled(before, beta));
    const top = scaled(y, beta);
    return gradient && mul(gradient, add(top, mul(sigmoid, sub(scalar(1), top))));
  },
  neuron: (param) => {
    const beta = num(param, 'beta');
    const slope = (x: number): number => sigmoidOf(beta * x) * (1 + beta * x * (1 - sigmoidOf(beta * x)));
    return { value: (x) => x * sigmoidOf(beta * x), slope, rising: false };
  },
});

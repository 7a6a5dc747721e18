/** y = tanh(x): tanh_layer.cpp. */
import { elementWise } from './shared/element-wise';
import { unary } from '../graph/operators';

export const tanh = elementWise({
  type: 'TanH',
  param: 'tanh_param',
  skeleton: { name: 'tanh1', inPlace: true },
  summary: 'The hyperbolic tangent: `y = tanh(x)`.',
  saturates: { input: 1.82, outputs: [-0.9487, 0.9487] },
  inPlace: { reads: () => 'values', keeps: () => 'signs' },
  onnx: (x) => unary('Tanh', x),
  neuron: () => ({ value: Math.tanh, slope: (x) => 1 - Math.tanh(x) ** 2, rising: true }),
});

/** y = x for x > 0, else alpha · (eˣ − 1): elu_layer.cpp. */
import { num } from '../schema/message';
import { elementWise } from './shared/element-wise';
import { elu as activated } from '../graph/operators';

export const elu = elementWise({
  type: 'ELU',
  param: 'elu_param',
  skeleton: { name: 'elu1', inPlace: true },
  summary: 'The exponential linear unit: `y = x` above 0, `y = alpha · (exp(x) − 1)` below.',
  inPlace: { reads: () => 'values', keeps: () => 'signs' },
  onnx: (x, param) => activated(x, num(param, 'alpha')),
  neuron: (param) => {
    const alpha = num(param, 'alpha');
    return {
      value: (x) => (x > 0 ? x : alpha * Math.expm1(x)),
      slope: (x) => (x > 0 ? 1 : alpha * Math.exp(x)),
      rising: alpha >= 0,
    };
  },
});

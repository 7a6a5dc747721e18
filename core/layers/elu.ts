/** y = x for x > 0, else alpha · (eˣ − 1): elu_layer.cpp. */
import { elementWise } from './element-wise';

export const elu = elementWise({
  type: 'ELU',
  param: 'elu_param',
  skeleton: { name: 'elu1', inPlace: true },
  summary: 'The exponential linear unit: `y = x` above 0, `y = alpha · (exp(x) − 1)` below.',
});

/** y = tanh(x): tanh_layer.cpp. */
import { elementWise } from './element-wise';

export const tanh = elementWise({
  type: 'TanH',
  param: 'tanh_param',
  summary: 'The hyperbolic tangent: `y = tanh(x)`.',
});

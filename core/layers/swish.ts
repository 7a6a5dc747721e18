/** y = x · sigmoid(beta · x): swish_layer.cpp. */
import { elementWise } from './element-wise';

export const swish = elementWise({
  type: 'Swish',
  param: 'swish_param',
  summary: '`y = x · sigmoid(beta · x)`.',
});

/** y = (shift + scale · x) ^ power: power_layer.cpp. */
import { elementWise } from './element-wise';

export const power = elementWise({
  type: 'Power',
  param: 'power_param',
  summary: '`y = (shift + scale · x) ^ power`.',
});

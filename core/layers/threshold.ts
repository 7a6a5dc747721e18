/** y = 1 where x > threshold, else 0: threshold_layer.cpp. It has no gradient. */
import { elementWise } from './element-wise';

export const threshold = elementWise({
  type: 'Threshold',
  param: 'threshold_param',
  summary: '`y = 1` where `x > threshold`, else `0`. It passes no gradient down.',
});

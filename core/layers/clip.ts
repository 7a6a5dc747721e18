/** y = min(max(x, min), max). Nothing compares the two bounds: clip_layer.cpp. */
import { elementWise } from './element-wise';

export const clip = elementWise({
  type: 'Clip',
  param: 'clip_param',
  skeleton: { body: 'min: ${1:0}\nmax: ${2:6}', inPlace: true },
  summary: 'Cuts values off below `min` and above `max`: `y = min(max(x, min), max)`.',
});

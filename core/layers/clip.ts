/** y = min(max(x, min), max). Caffe doesn't compare the two bounds: clip_layer.cpp. */
import { num } from '../schema/message';
import { elementWise } from './shared/element-wise';
import { binary, scalar } from '../graph/operators';

export const clip = elementWise({
  type: 'Clip',
  param: 'clip_param',
  skeleton: { body: 'min: ${1:0}\nmax: ${2:6}' },
  summary: 'Limits values to the range from `min` to `max`: `y = min(max(x, min), max)`.',
  // Its gradient reads the bottom to see whether the value was clipped.
  inPlace: { spoils: () => 'gradient', keeps: () => 'signs' },
  onnx: (x, param) => binary('Max', binary('Min', x, scalar(num(param, 'max'))), scalar(num(param, 'min'))),
  neuron: (param) => {
    const [min, max] = [num(param, 'min'), num(param, 'max')];
    return { value: (x) => Math.min(Math.max(x, min), max), slope: (x) => (x < min || x > max ? 0 : 1), rising: true };
  },
});

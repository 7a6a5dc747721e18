/** Layers of the pose estimator (imresize_layer.cpp, nms_layer.cpp and maximum_layer.cpp of caffe_rtpose). */
import type { Dim, Shape } from '../../net/shape';
import { int32 } from '../shared/geometry';
import { num } from '../../schema/message';
import { oneToOne, shaped } from './shaped';

/** The four axes that these layers read, without a check. */
function fourOf(shape: Shape | undefined): readonly [Dim, Dim, Dim, Dim] | undefined {
  if (!shape || shape.length < 4) return undefined;
  const [items = null, channels = null, height = null, width = null] = shape;
  return [items, channels, height, width];
}

/** `factor` 0: the size that the fields give. All scales become one item. */
export const imResize = shaped({
  type: 'ImResize',
  summary:
    'Resizes maps by `factor`, or to `target_spatial_height` × `target_spatial_width`, and averages them. Top: (1, C, H, W).',
  param: 'imresize_param',
  arity: oneToOne,
  tops({ param, bottoms: [data] }) {
    const four = fourOf(data);
    const factor = num(param, 'factor');
    const side = (size: Dim, target: string): Dim => {
      if (factor === 0) return num(param, target);
      return size === null ? null : int32(Math.trunc(Math.fround(size * Math.fround(factor))));
    };
    return [four ? [1, four[1], side(four[2], 'target_spatial_height'), side(four[3], 'target_spatial_width')] : null];
  },
});

/** The first row has the number of peaks; each other one x, y and score. */
export const nms = shaped({
  type: 'Nms',
  summary: 'The peaks of each map: their number, then x, y and score of each. Top: (N, num_parts, max_peaks + 1, 3).',
  param: 'nms_param',
  arity: oneToOne,
  tops({ param, bottoms: [data] }) {
    const four = fourOf(data);
    return [four ? [four[0], num(param, 'num_parts'), num(param, 'max_peaks') + 1, 3] : null];
  },
});

export const maximum = shaped({
  type: 'Maximum',
  summary: 'The maximum of each map, and its place. Top: (N, C, 1, 3).',
  arity: oneToOne,
  tops({ bottoms: [data] }) {
    const four = fourOf(data);
    return [four ? [four[0], four[1], 1, 3] : null];
  },
});

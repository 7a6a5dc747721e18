/**
 * Concat and Slice take their axis from `axis` or, in old nets, from an unsigned `concat_dim` or `slice_dim`: never
 * from both, and the old field counts from the front only (concat_layer.cpp, slice_layer.cpp).
 */
import type { Layer } from '../../net/model';
import { formatShape, type Shape } from '../../net/shape';
import { entryOf, has, num, type Message } from '../../schema/message';
import { atEntry } from './at';
import { axisOf, int32, type Axis } from './geometry';

/** `bottom` is the index of the bottom that has `shape`. */
export function axisOrDim(
  layer: Layer,
  param: Message,
  old: 'concat_dim' | 'slice_dim',
  bottom: number,
  shape: Shape,
): Axis {
  const entry = entryOf(param, old);
  if (!entry) return axisOf(layer, param, 'axis', bottom, shape);
  if (has(param, 'axis')) return { axis: null, problems: [atEntry(entry, 'layer/axis-and-dim', { old })] };
  const axis = int32(num(param, old));
  if (axis >= 0 && (shape === null || axis < shape.length)) return { axis: shape === null ? null : axis, problems: [] };
  const args = { axis: num(param, old), axes: shape?.length ?? null, shape: formatShape(shape), old };
  return { axis: null, problems: [atEntry(entry, 'layer/old-axis-out-of-range', args)] };
}

/**
 * Replaces the axes from `axis` to `end_axis`, inclusive, by one of their product. An `end_axis` directly before `axis`
 * is accepted and inserts an axis of size 1: flatten_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import { formatShape } from '../net/shape';
import { has, placeOf } from '../schema/message';
import { axisOf, countOf, oneTop } from './shared/geometry';
import { refuseInPlace } from './shared/in-place';
import { noMacs } from './shared/macs';
import { reshapedMoments } from '../moments/reshaped';
import { moved } from './shared/windows';
import { reshape as reshaped } from '../graph/operators';

export const flatten: LayerRule = {
  type: 'Flatten',
  summary: 'Joins the axes from `axis` to `end_axis` (by default 1 to the last) into one. Top: `N × (C · H · W)`.',
  param: 'flatten_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: moved,
  sharesBottom: true,
  onnx: ({ bottoms: [x], tops: [top = []] }) => (x ? [reshaped(x, top)] : 'unknown'),
  setUp({ layer, param, bottoms: [data = null] }) {
    const from = axisOf(layer, param, 'axis', 0, data);
    const to = axisOf(layer, param, 'end_axis', 0, data);
    const inPlace = refuseInPlace(layer);
    const problems = [...inPlace, ...from.problems, ...to.problems];
    if (data === null || from.axis === null || to.axis === null) return { tops: [null], params: [], problems };
    if (from.axis > to.axis + 1) {
      const span = placeOf(param, has(param, 'end_axis') ? 'end_axis' : 'axis');
      const args = { axis: from.axis, end: to.axis, shape: formatShape(data) };
      return { tops: [null], params: [], problems: [...problems, { code: 'layer/flatten-range', span, args }] };
    }
    const top = [...data.slice(0, from.axis), countOf(data, from.axis, to.axis + 1), ...data.slice(to.axis + 1)];
    return inPlace.length > 0 ? { tops: [top], params: [], problems } : oneTop(layer, top);
  },
  moments: ({ bottoms: [bottom = null], topShapes: [top = null], bottomShapes: [shape = null] }) =>
    bottom && reshapedMoments(bottom, shape, top),
};

/**
 * Top: the axes before `axis`; the rest is reduced to one value each. SUM and MEAN multiply by a vector of ones, which
 * can't be empty: reduction_layer.cpp.
 */
import { writesTooSoon } from '../net/in-place';
import type { LayerRule } from '../net/rules';
import { formatShape } from '../net/shape';
import { num, str } from '../schema/message';
import { atBottom } from './shared/at';
import { axisOf, countOf } from './shared/geometry';
import { noMacs } from './shared/macs';
import { fromAxis } from './shared/windows';
import { reduced } from '../moments/reduced';
import { countOf as countOfValues, reduce, reshape, scaled, square, unary } from '../graph/operators';
import { axisFrom } from './shared/lowered';

export const reduction: LayerRule = {
  type: 'Reduction',
  summary:
    'Reduces all axes from `axis` on to one value: their SUM, ASUM (of absolute values), SUMSQ (of squares) or MEAN, times ' +
    '`coeff`. Top: the axes before `axis`.',
  param: 'reduction_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  inPlace: writesTooSoon,
  macs: noMacs,
  window: (input) => fromAxis(input, Infinity, 'folded'),
  onnx: ({ param, bottoms: [x], tops: [top = []] }) => {
    if (!x) return 'unknown';
    const operation = str(param, 'operation');
    const [first, values] = [countOfValues(x.shape.slice(0, axisFrom(param, 'axis', x))), countOfValues(top)];
    const rows = reshape(x, [first, countOfValues(x.shape) / Math.max(1, values)]);
    const taken = operation === 'ASUM' ? unary('Abs', rows) : operation === 'SUMSQ' ? square(rows) : rows;
    const sum = reduce(operation === 'MEAN' ? 'ReduceMean' : 'ReduceSum', taken, [1]);
    return [reshape(scaled(sum, num(param, 'coeff')), top)];
  },
  setUp({ layer, param, bottoms: [data = null] }) {
    const { axis, problems } = axisOf(layer, param, 'axis', 0, data);
    if (data === null || axis === null) return { tops: [null], params: [], problems };
    const top = data.slice(0, axis);
    const operation = str(param, 'operation');
    const needsOnes = operation === 'SUM' || operation === 'MEAN';
    if (!needsOnes || countOf(data, axis) !== 0 || layer.tops[0]?.inPlaceOf === 0)
      return { tops: [top], params: [], problems };
    return {
      tops: [null],
      params: [],
      problems: [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) })],
    };
  },
  moments({ layer, param, bottoms: [bottom = null], bottomShapes: [shape = null] }) {
    const { axis } = axisOf(layer, param, 'axis', 0, shape);
    const values = axis === null ? null : countOf(shape, axis);
    return bottom && values !== null ? reduced(bottom, values, str(param, 'operation'), num(param, 'coeff')) : null;
  },
};

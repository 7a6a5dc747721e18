/** Divides each value by a power of the sum of squares around it; the shape is unchanged. Source: lrn_layer.cpp. */
import type { Window } from '../net/cost';
import type { LayerRule } from '../net/rules';
import { formatShape } from '../net/shape';
import type { Problem } from '../problems';
import { num, placeOf, str } from '../schema/message';
import { atBottom } from './shared/at';
import { int32 } from './shared/geometry';
import { noMacs } from './shared/macs';
import { samePlace, slide } from './shared/windows';
import { neighboursOf, responded } from '../moments/normalise';
import { averagePool, binary, lrn as across, mul, scalar, scaled, shifted, square } from '../graph/operators';

export const lrn: LayerRule = {
  type: 'LRN',
  summary:
    'Local response normalization: divides by (k + α/n · Σ x²)^β over `local_size` neighbors. Top: the shape of the bottom.',
  param: 'lrn_param',
  skeleton: { name: 'norm1', body: 'local_size: ${1:5}\nalpha: ${2:0.0001}\nbeta: ${3:0.75}' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  deadFields: ({ param }) =>
    str(param, 'norm_region') === 'WITHIN_CHANNEL' ? [{ field: 'k', cause: 'norm_region: WITHIN_CHANNEL' }] : [],
  // In place, its gradient overwrites the bottom's diff before the top's has been read.
  inPlace: {
    spoils: () => 'gradient',
    reads: ({ param }) => (str(param, 'norm_region') === 'ACROSS_CHANNELS' ? 'values' : undefined),
    keeps: () => 'signs',
  },
  macs: noMacs,
  window: ({ param }) =>
    str(param, 'norm_region') === 'WITHIN_CHANNEL' ? neighbours(num(param, 'local_size')) : samePlace(),
  onnx: ({ param, bottoms: [x] }) => {
    if (!x) return 'unknown';
    const [size, alpha, beta] = [num(param, 'local_size'), num(param, 'alpha'), num(param, 'beta')];
    if (str(param, 'norm_region') === 'ACROSS_CHANNELS')
      return [across(x, { size, alpha, beta, bias: num(param, 'k') })];
    const around = (size - 1) / 2;
    const mean = averagePool(square(x), { kernel: [size, size], stride: [1, 1], pads: onEach(4, around) }, x.shape);
    return [mul(x, binary('Pow', shifted(scaled(mean, alpha), 1), scalar(-beta)))];
  },
  setUp({ layer, param, bottoms: [data = null] }) {
    const problems: Problem[] = [];
    const size = int32(num(param, 'local_size'));
    if (size % 2 !== 1)
      problems.push({ code: 'layer/local-size-even', span: placeOf(param, 'local_size'), args: { size } });
    if (data !== null && data.length !== 4)
      problems.push(atBottom(layer, 0, 'layer/four-axes', { shape: formatShape(data) }));
    return { tops: [problems.length > 0 ? null : data], params: [], problems };
  },
  moments({ param, bottoms: [bottom = null], bottomShapes: [shape = null] }) {
    if (!bottom) return null;
    const [size, alpha, beta] = [num(param, 'local_size'), num(param, 'alpha'), num(param, 'beta')];
    if (str(param, 'norm_region') === 'ACROSS_CHANNELS') {
      return responded(bottom, {
        k: num(param, 'k'),
        alpha,
        beta,
        size,
        others: neighboursOf(size, shape?.[1] ?? null) - 1,
      });
    }
    const around = neighboursOf(size, shape?.[2] ?? null) * neighboursOf(size, shape?.[3] ?? null);
    return responded(bottom, { k: 1, alpha, beta, size: size * size, others: around - 1 });
  },
};

function neighbours(size: number): Window {
  return { kind: 'slide', axes: [2, 3].map((axis) => slide(axis, size, 1, (size - 1) / 2)) };
}

function onEach(length: number, value: number): readonly number[] {
  return new Array<number>(length).fill(value);
}

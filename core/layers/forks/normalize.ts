/**
 * Scales each position, or each item with `across_spatial`, to a length of 1 over its channels, times a learned scale
 * (normalize_layer.cpp of SSD). The scale is one value with `channel_shared`, else one per channel; 1 without a filler.
 */
import type { LayerRule } from '../../net/rules';
import { formatShape } from '../../net/shape';
import type { Problem } from '../../problems';
import { num, bool } from '../../schema/message';
import { atBottom } from '../shared/at';
import { filledBlob } from '../shared/filled-blob';
import { countOf } from '../shared/geometry';
import { fourAxes, legacyProblems } from '../shared/legacy';
import { noMacs, oneEach } from '../shared/macs';
import { acrossPlane, samePlace } from '../shared/windows';
import { made } from './results';
import { signalMoments } from '../../moments/part';
import { pointwiseMoments, times } from '../../moments/pointwise';
import { div, mul, reduce, reshape, shifted, square, unary } from '../../graph/operators';

export const normalize: LayerRule = {
  type: 'Normalize',
  summary:
    'Normalizes each position (each item with `across_spatial`) to length 1 over its channels, times a learned scale. Top: the shape of the bottom.',
  param: 'norm_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: oneEach,
  window: ({ param }) => (bool(param, 'across_spatial') ? acrossPlane() : samePlace()),
  onnx: ({ param, bottoms: [x], params: [scale] }) => {
    if (!x || !scale) return 'unknown';
    const axes = x.shape
      .map((_, axis) => axis)
      .filter((axis) => axis === 1 || (axis > 1 && bool(param, 'across_spatial')));
    const length = unary('Sqrt', shifted(reduce('ReduceSum', square(x), axes), num(param, 'eps')));
    const perChannel =
      scale.shape.length === 0 ? scale : reshape(scale, [x.shape[1] ?? 1, ...x.shape.slice(2).map(() => 1)]);
    return [mul(div(x, length), perChannel)];
  },
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data = null],
    } = input;
    const problems: Problem[] = [...legacyProblems(input, [0])];
    if (data !== null && data.length < 2)
      problems.push(atBottom(layer, 0, 'layer/no-channels', { shape: formatShape(data) }));
    // It fills vectors of ones for the channels and for the plane, which must not be empty.
    else if (countOf(data, 1) === 0)
      problems.push(atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) }));
    const shape = bool(param, 'channel_shared') ? [] : [data?.[1] ?? null];
    return made(input, [data], problems, [
      filledBlob(param, 'scale', 'scale_filler', shape, { type: 'constant', value: 1 }),
    ]);
  },
  // Of many values, the length hardly varies.
  moments({ param, bottoms: [bottom = null], bottomShapes: [shape = null], params: [scale] }) {
    const n = countOf(shape?.slice(0, bool(param, 'across_spatial') ? undefined : 2) ?? null, 1);
    if (!bottom || !n || typeof scale?.mean !== 'number' || scale.std !== 0) return null;
    const length = Math.sqrt(n * signalMoments(bottom).second + num(param, 'eps'));
    return pointwiseMoments({ bottoms: [bottom] }, times(scale.mean / length));
  },
};

/** TSN's: each item as a whole, for any axes; the top has four. */
export const normalizeItems: LayerRule = {
  type: 'Normalize',
  summary: 'Normalizes each item to length 1. Top: the bottom as (N, C, H, W).',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: acrossPlane,
  setUp: (input) => made(input, [fourAxes(input.bottoms[0] ?? null)], legacyProblems(input, [0])),
};

/** happynear's: each position over its channels; a second top has the lengths. */
export const normalizePositions: LayerRule = {
  type: 'Normalize',
  summary:
    'Normalizes each position to length 1 over its channels. Top: the bottom as (N, C, H, W), and the lengths (N, 1, H, W).',
  param: 'normalize_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 2 } },
  macs: noMacs,
  window: ({ tops }) => (tops.length > 1 ? null : samePlace()),
  setUp(input) {
    const top = fourAxes(input.bottoms[0] ?? null);
    return made(input, [top, top && [top[0] ?? null, 1, top[2] ?? null, top[3] ?? null]], legacyProblems(input, [0]));
  },
};

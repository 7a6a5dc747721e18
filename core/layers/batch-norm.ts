/**
 * Normalizes each channel by mean and variance; keeps three blobs, all 0 at the start: sums of means and variances (C
 * values each) and the weight of these sums (1 value). They take no gradient: `lr_mult` must be 0. Source:
 * batch_norm_layer.cpp.
 */
import type { LayerRule, ParamBlob, WrittenBlob } from '../net/rules';
import { none, concat } from '../lists';
import type { Layer } from '../net/model';
import { formatShape, type Dim, type Shape } from '../net/shape';
import type { Problem } from '../problems';
import { bool, has, num, placeOf, subs, type Message } from '../schema/message';
import { atBottom } from './shared/at';
import { countOf } from './shared/geometry';
import { noMacs } from './shared/macs';
import { samePlace } from './shared/windows';
import { standardised } from '../moments/normalise';
import { pointwiseMoments, times } from '../moments/pointwise';
import { phaseOf } from './shared/phase';
import { compare, div, floats, mul, reduce, reshape, shifted, square, sub, unary, where } from '../graph/operators';
import type { Value } from '../net/graph';

export const batchNorm: LayerRule = {
  type: 'BatchNorm',
  summary:
    'Normalizes each channel to mean 0 and variance 1, with the statistics of the batch in TRAIN and running averages in TEST. ' +
    'It has no scale or bias: add a Scale layer after it. Top: the shape of the bottom.',
  param: 'batch_norm_param',
  skeleton: { name: 'bn1', inPlace: true },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  inPlace: { keeps: () => 'nothing' },
  macs: noMacs,
  window: samePlace,
  onnx({ layer, param, state, bottoms: [x], params: [mean, variance, correction] }) {
    if (!x || !mean || !variance || !correction) return 'unknown';
    const global = has(param, 'use_global_stats') ? bool(param, 'use_global_stats') : phaseOf(layer, state) === 'TEST';
    const eps = num(param, 'eps');
    const rows = x.shape.filter((_, axis) => axis > 1).map(() => 1);
    const channelwise = (blob: Value): Value => reshape(blob, [x.shape[1] ?? 1, ...rows]);
    if (global) {
      // The blobs hold sums and their weight, which are all 0 before training.
      const isEmpty = compare('Equal', correction, floats([0]));
      const share = where(isEmpty, floats([0]), div(floats([1]), where(isEmpty, floats([1]), correction)));
      const deviation = unary('Sqrt', shifted(mul(variance, share), eps));
      return [div(sub(x, channelwise(mul(mean, share))), channelwise(deviation))];
    }
    const axes = x.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
    const centred = sub(x, reduce('ReduceMean', x, axes));
    return [div(centred, unary('Sqrt', shifted(reduce('ReduceMean', square(centred), axes), eps)))];
  },
  setUp({ layer, written, bottoms: [data = null] }) {
    const wrong = learnedStatistics(layer.message, written.length || 3);
    const channels = data?.[1] ?? null;
    const problems = concat(wrong, bottomProblems(layer, data));
    return {
      tops: [problems.length > 0 ? null : data],
      params: concat(statistics(channels === 0 ? null : channels), more(written)),
      problems,
    };
  },
  moments({ layer, param, state, statistics, bottoms: [bottom = null], params: [, , correction] }) {
    if (!bottom) return null;
    const eps = num(param, 'eps');
    const global = has(param, 'use_global_stats') ? bool(param, 'use_global_stats') : phaseOf(layer, state) === 'TEST';
    if (!global || statistics !== 'start') return standardised(bottom, eps);
    if (correction?.mean !== 0) return null;
    // The stored sums are all 0 before training: then the layer only divides by √eps.
    return pointwiseMoments({ bottoms: [bottom] }, times(1 / Math.sqrt(eps)));
  },
};

function bottomProblems(layer: Layer, data: Shape): readonly Problem[] {
  if (data === null) return none;
  if (data.length < 2) return [atBottom(layer, 0, 'layer/no-channels', { shape: formatShape(data) })];
  return countOf(data) === 0 ? [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) })] : none;
}

function statistics(channels: Dim): readonly ParamBlob[] {
  return [
    { role: 'mean', shape: [channels], start: zero, lrMult: 0 },
    { role: 'variance', shape: [channels], start: zero, lrMult: 0 },
    { role: 'correction', shape: [1], start: zero, lrMult: 0 },
  ];
}

/** Additional blobs written in the layer don't learn either. */
function more(written: readonly WrittenBlob[]): readonly ParamBlob[] {
  return written.length <= 3
    ? none
    : written.slice(3).map(({ shape }, i) => ({ role: `blob ${3 + i}`, shape, start: zero, lrMult: 0 }));
}

const zero = { kind: 'value', value: 0 } as const;

function learnedStatistics(layer: Message, nBlobs: number): readonly Problem[] {
  return subs(layer, 'param')
    .filter((spec, i) => i < nBlobs && num(spec, 'lr_mult') !== 0)
    .map((spec) => ({
      code: 'layer/learned-statistics',
      span: placeOf(spec, 'lr_mult'),
      args: { found: num(spec, 'lr_mult') },
    }));
}

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
import {
  add,
  compare,
  div,
  floats,
  mul,
  reshape,
  scaled,
  shifted,
  square,
  sub,
  unary,
  where,
} from '../graph/operators';
import type { LoweringInput, Value } from '../net/graph';
import { batchMean, batchSum, valuesPerChannel } from './shared/batch-sums';

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
  onnx(input) {
    const {
      bottoms: [x],
      params: [mean],
    } = input;
    if (!x || !mean) return 'unknown';
    const share = shareOf(input);
    const centred = sub(x, share ? channelwise(mul(mean, share), x) : batchMean(x));
    return [div(centred, deviationOf(x, input))];
  },
  // Its blobs get no gradient.
  backward(input) {
    const {
      before: [x],
      made: [y],
      gradients: [gradient],
    } = input;
    if (!x || !y || !gradient) return [];
    const shared = add(batchSum(gradient), mul(y, batchSum(mul(y, gradient))));
    const centred = sub(gradient, scaled(shared, 1 / valuesPerChannel(x)));
    return [div(shareOf(input) ? gradient : centred, deviationOf(x, input))];
  },
  keepsCopies: true,
  dividesByStatistics: isGlobal,
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
    if (!isGlobal({ layer, param, state }) || statistics !== 'start') return standardised(bottom, eps);
    if (correction?.mean !== 0) return null;
    // The stored sums are all 0 before training: then the layer only divides by √eps.
    return pointwiseMoments({ bottoms: [bottom] }, times(1 / Math.sqrt(eps)));
  },
};

/** It uses the running statistics, not those of the batch. */
function isGlobal({ layer, param, state }: Pick<LoweringInput, 'layer' | 'param' | 'state'>): boolean {
  return has(param, 'use_global_stats') ? bool(param, 'use_global_stats') : phaseOf(layer, state) === 'TEST';
}

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

/**
 * The factor of the statistics in the blobs, which hold sums and their weight: all 0 before training. Undefined where
 * the statistics are those of the batch.
 */
function shareOf({ layer, param, state, params: [, , correction] }: LoweringInput): Value | undefined {
  if (!correction || !isGlobal({ layer, param, state })) return undefined;
  const isEmpty = compare('Equal', correction, floats([0]));
  return where(isEmpty, floats([0]), div(floats([1]), where(isEmpty, floats([1]), correction)));
}

/** √(variance + eps) per channel. */
function deviationOf(x: Value, input: LoweringInput): Value {
  const [, variance] = input.params;
  const share = shareOf(input);
  const own = share && variance ? channelwise(mul(variance, share), x) : batchMean(square(sub(x, batchMean(x))));
  return unary('Sqrt', shifted(own, num(input.param, 'eps')));
}

function channelwise(blob: Value, x: Value): Value {
  return reshape(blob, [x.shape[1] ?? 1, ...x.shape.slice(2).map(() => 1)]);
}

/**
 * 0.5 · (σx)² where |x| < 1/σ², else |x| − 0.5/σ²: Euclidean near 0, absolute beyond (smooth_L1_loss_layer.cpp and
 * .cu). A third bottom weights the differences, a fourth the losses. Forks differ in how many they accept, in sigma, and
 * in the divisor: Faster R-CNN, MS-CNN and Microsoft have both weights; SSD, TSN and NVIDIA have no sigma and divide by the
 * number of items; R-FCN divides by `loss_param`, and so does SmoothL1LossOHEM of Microsoft (smooth_L1_loss_ohem_layer.cu).
 */
import type { Arity, LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { atBottom } from '../shared/at';
import { legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { everything } from '../shared/windows';
import { needsSame } from './needs';
import { made } from './results';
import {
  binary,
  compare,
  countOf,
  div,
  mul,
  reduce,
  reshape,
  scalar,
  scaled,
  shifted,
  square,
  sub,
  total,
  unary,
  where,
} from '../../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../../net/graph';
import type { Layer } from '../../net/model';
import { fieldOf, num, subOrEmpty } from '../../schema/message';
import { normalizationOf } from '../shared/loss-nodes';

export interface SmoothL1 {
  readonly type: 'SmoothL1Loss' | 'SmoothL1LossOHEM';
  /** The parameter message with sigma; absent where sigma is always 1. */
  readonly param?: string;
  readonly arity: Arity;
  /** Both kinds of weights are required, or none. */
  readonly bothWeights?: true;
  /** What the loss is divided by; absent where it is not known. */
  readonly divisor?: 'items' | 'loss_param';
}

export function smoothL1({ type, param, arity, bothWeights, divisor }: SmoothL1): LayerRule {
  return {
    type,
    summary:
      type === 'SmoothL1Loss'
        ? 'Quadratic near 0, linear beyond. Top: a single value.'
        : 'SmoothL1Loss, with the loss of each region as a second top. Top: a single value, and (N, 1, H, W).',
    ...(param === undefined ? {} : { param }),
    alsoReads: ['loss_param'],
    passesNone: [2, 3],
    ignoresGradient: () => [1],
    arity: { ...arity, automaticTops: 1 },
    macs: noMacs,
    window: everything,
    ...(divisor === undefined ? {} : bothWeights ? { onnx: weighted } : unweighted(divisor)),
    setUp(input) {
      const { layer, bottoms } = input;
      const all = layer.bottoms.map((_, i) => i);
      const problems: Problem[] = [...legacyProblems(input, all), ...scalars(input)];
      if (bothWeights && layer.bottoms.length === 3) {
        problems.push({
          code: 'net/bottom-count',
          span: layer.bottoms[2]?.span ?? layer.typeSpan,
          args: {
            type,
            expected: { phrase: 'either', args: { first: 2, second: { phrase: 'bottoms', args: { count: 4 } } } },
            found: 3,
          },
        });
      }
      if (problems.length === 0) {
        problems.push(...needsSame(input, 1, 0, ['num']));
        for (const i of all.slice(1))
          if (problems.length === 0) problems.push(...needsSame(input, i, 0, ['channels', 'height', 'width']));
      }
      const [data = null] = bottoms;
      const regions =
        data === null
          ? null
          : [data[0] ?? null, 1, data.length > 2 ? (data[2] ?? null) : 1, data.length > 3 ? (data[3] ?? null) : 1];
      return made(input, [[], regions], problems);
    },
  };
}

function scalars({ layer, bottoms }: SetUpInput): readonly Problem[] {
  return [0, 1].flatMap((i) => (bottoms[i]?.length === 0 ? [atBottom(layer, i, 'layer/scalar-bottom', {})] : []));
}

/** Faster R-CNN's: with sigma, and divided by the number of items. */
function weighted({ param, bottoms: [a, b, inside, outside] }: LoweringInput): readonly Value[] | NotLowered {
  if (!a || !b) return 'unknown';
  const each = smooth(differenceOf(a, b, inside), num(param, 'sigma') ** 2);
  return [div(total(outside ? mul(reshape(outside, a.shape), each) : each), scalar(a.shape[0] ?? 1))];
}

/**
 * The others have no sigma, even where their proto does. Their Backward leaves out the factor of the weights, which is
 * right for weights of 0 and 1 only.
 */
function unweighted(divisor: 'items' | 'loss_param'): Pick<LayerRule, 'onnx' | 'backward'> {
  return {
    onnx({ layer, bottoms: [a, b, inside], tops: [, regions] }) {
      if (!a || !b) return 'unknown';
      const each = smooth(differenceOf(a, b, inside), 1);
      const loss = div(total(each), scalar(divisorOf(layer, a, divisor)));
      // One value for each item and position.
      return regions ? [loss, reshape(reduce('ReduceSum', each, [1]), regions)] : [loss];
    },
    backward({ layer, bottoms: [a, b, inside], gradients: [gradient] }) {
      if (!a || !b || !gradient) return [];
      const limited = binary('Min', binary('Max', differenceOf(a, b, inside), scalar(-1)), scalar(1));
      const own = mul(limited, div(gradient, scalar(divisorOf(layer, a, divisor))));
      return [own, reshape(unary('Neg', own), b.shape)];
    },
  };
}

function differenceOf(a: Value, b: Value, weights: Value | undefined): Value {
  const difference = sub(a, reshape(b, a.shape));
  return weights ? mul(reshape(weights, a.shape), difference) : difference;
}

function smooth(difference: Value, squaredSigma: number): Value {
  const size = unary('Abs', difference);
  const near = scaled(square(difference), 0.5 * squaredSigma);
  return where(compare('Less', size, scalar(1 / squaredSigma)), near, shifted(size, -0.5 / squaredSigma));
}

/** R-FCN's `get_normalizer`: all labels count, so VALID is FULL. */
function divisorOf(layer: Layer, { shape }: Value, divisor: 'items' | 'loss_param'): number {
  const [items = 1, , ...positions] = shape;
  if (divisor === 'items') return items;
  const normalization = normalizationOf(layer, undefined);
  const param = subOrEmpty(layer.message, 'loss_param');
  const by = {
    BATCH_SIZE: items,
    PRE_FIXED: fieldOf(param.type, 'pre_fixed_normalizer') ? num(param, 'pre_fixed_normalizer') : 1,
    NONE: 1,
  }[normalization];
  return Math.max(1, by ?? items * countOf(positions));
}

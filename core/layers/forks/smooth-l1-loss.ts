/**
 * 0.5 · (σx)² where |x| < 1/σ², else |x| − 0.5/σ²: Euclidean near 0, absolute beyond (smooth_L1_loss_layer.cpp). A
 * third bottom weights the differences, a fourth the losses; forks differ in how many they accept.
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
  compare,
  div,
  mul,
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
import { fieldOf, num } from '../../schema/message';

export interface SmoothL1 {
  readonly type: 'SmoothL1Loss' | 'SmoothL1LossOHEM';
  /** The parameter message with sigma; absent where sigma is always 1. */
  readonly param?: string;
  readonly arity: Arity;
  /** Both kinds of weights are required, or none. */
  readonly bothWeights?: true;
}

export function smoothL1({ type, param, arity, bothWeights }: SmoothL1): LayerRule {
  return {
    type,
    summary:
      type === 'SmoothL1Loss'
        ? 'Quadratic near 0, linear beyond. Top: a single value.'
        : 'SmoothL1Loss, with the loss of each region as a second top. Top: a single value, and (N, 1, H, W).',
    ...(param === undefined ? {} : { param }),
    alsoReads: ['loss_param'],
    passesNone: [2, 3],
    arity: { ...arity, automaticTops: 1 },
    macs: noMacs,
    window: everything,
    // Which divisor the other variants use is not modelled.
    ...(type === 'SmoothL1Loss' && (param === undefined || bothWeights) ? { onnx: nodes } : {}),
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

/** Divided by the number of items. */
function nodes({ param, bottoms: [a, b, inside, outside] }: LoweringInput): readonly Value[] | NotLowered {
  if (!a || !b) return 'unknown';
  const like = (value: Value): Value => reshape(value, a.shape);
  const difference = inside ? mul(like(inside), sub(a, like(b))) : sub(a, like(b));
  const squaredSigma = fieldOf(param.type, 'sigma') ? num(param, 'sigma') ** 2 : 1;
  const size = unary('Abs', difference);
  const near = scaled(square(difference), 0.5 * squaredSigma);
  const far = shifted(size, -0.5 / squaredSigma);
  const each = where(compare('Less', size, scalar(1 / squaredSigma)), near, far);
  return [div(total(outside ? mul(like(outside), each) : each), scalar(a.shape[0] ?? 1))];
}

/**
 * Batch normalization with its own scale and shift. SegNet's has two blobs, 1×C×1×1; that of PSPNet, TSN and happynear
 * has two more for the moving mean and variance. The blobs start at 0 unless they have a filler (bn_layer.cpp).
 */
import type { LayerRule } from '../../net/rules';
import { bool } from '../../schema/message';
import { filledBlob } from '../shared/filled-blob';
import { fourAxes, legacyDim, legacyProblems } from '../shared/legacy';
import { oneEach } from '../shared/macs';
import { samePlace } from '../shared/windows';
import { made } from './results';
import { add, div, mul, reshape, scaled, shifted, square, sub, unary } from '../../graph/operators';
import type { BackwardInput, LoweringInput, Value } from '../../net/graph';
import { batchMean, batchSum, valuesPerChannel } from '../shared/batch-sums';
import { num, str } from '../../schema/message';
import { phaseOf } from '../shared/phase';

export const bnSegnet: LayerRule = {
  type: 'BN',
  summary: 'Batch normalization with a scale and a shift, 1×C×1×1 each. Top: the shape of the bottom.',
  param: 'bn_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: oneEach,
  window: samePlace,
  onnx: ({ param, bottoms: [x], params: [scale, shift] }) => {
    if (!x || !scale || !shift) return 'unknown';
    const normal = str(param, 'bn_mode') === 'INFERENCE' ? x : standardised(x, 1e-9);
    return [add(mul(normal, perChannel(scale, x)), perChannel(shift, x))];
  },
  setUp(input) {
    const shape = [1, legacyDim(input.bottoms[0], 'channels'), 1, 1];
    return made(input, [fourAxes(input.bottoms[0])], legacyProblems(input, [0]), [
      filledBlob(input.param, 'scale', 'scale_filler', shape),
      filledBlob(input.param, 'shift', 'shift_filler', shape),
    ]);
  },
};

export interface MovingBn {
  /** `1×C×1×1` or `1×C`. */
  readonly axes: 4 | 2;
  /** The initial variance: always 1, or 1 only where the layer is `frozen`. */
  readonly variance: 'always 1' | '1 if frozen';
}

export function bnMoving(type: 'BN' | 'SyncBN', { axes, variance }: MovingBn): LayerRule {
  return {
    type,
    summary:
      'Batch normalization with a slope and a bias, and moving mean and variance: four blobs of one value per channel. Top: the shape of the bottom.',
    param: 'bn_param',
    arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
    macs: oneEach,
    window: samePlace,
    onnx: (input) => {
      const parts = movingParts(input, type);
      if (!parts) return 'unknown';
      const { x, normal, slope, bias } = parts;
      return [add(mul(normal, perChannel(slope, x)), perChannel(bias, x))];
    },
    ...(variance === '1 if frozen' ? { backward: (input) => movingBackward(input, type), keepsCopies: true } : {}),
    setUp(input) {
      const channels = legacyDim(input.bottoms[0], 'channels');
      const shape = axes === 4 ? [1, channels, 1, 1] : [1, channels];
      const start = variance === 'always 1' || bool(input.param, 'frozen') ? 1 : 0;
      return made(input, [input.bottoms[0] ?? null], legacyProblems(input, [0]), [
        filledBlob(input.param, 'slope', 'slope_filler', shape),
        filledBlob(input.param, 'bias', 'bias_filler', shape),
        { role: 'mean', shape, start: { kind: 'value', value: 0 } },
        { role: 'variance', shape, start: { kind: 'value', value: start } },
      ]);
    },
  };
}

interface MovingParts {
  readonly x: Value;
  readonly normal: Value;
  readonly deviation: Value;
  readonly slope: Value;
  readonly bias: Value;
}

/** SyncBN does not read `frozen`. */
function isFrozen({ param }: LoweringInput, type: string): boolean {
  return type === 'BN' && bool(param, 'frozen');
}

function movingParts(input: LoweringInput, type: string): MovingParts | undefined {
  const { layer, param, state } = input;
  const {
    bottoms: [x],
    params: [slope, bias, mean, variance],
  } = input;
  if (!x || !slope || !bias || !mean || !variance) return undefined;
  const isMoving = isFrozen(input, type) || phaseOf(layer, state) === 'TEST';
  const centred = sub(x, isMoving ? perChannel(mean, x) : batchMean(x));
  const spread = isMoving ? perChannel(variance, x) : batchMean(square(centred));
  const deviation = unary('Sqrt', shifted(spread, num(param, 'eps')));
  return { x, normal: div(centred, deviation), deviation, slope, bias };
}

/**
 * As if the statistics were those of the batch, in TEST too; frozen, only the slope and the deviation count, and slope
 * and bias get no gradient (bn_layer.cpp of TSN).
 */
function movingBackward(input: BackwardInput, type: string): readonly (Value | undefined)[] {
  const { before, gradients } = input;
  const [gradient] = gradients;
  const parts = movingParts({ ...input, bottoms: before }, type);
  if (!parts || !gradient) return [];
  const { x, normal, deviation, slope, bias } = parts;
  const own = mul(gradient, perChannel(slope, x));
  if (isFrozen(input, type)) return [div(own, deviation)];
  const shared = add(mul(normal, batchSum(mul(normal, own))), batchSum(own));
  return [
    div(sub(own, scaled(shared, 1 / valuesPerChannel(x))), deviation),
    reshape(batchSum(mul(normal, gradient)), slope.shape),
    reshape(batchSum(gradient), bias.shape),
  ];
}

function perChannel(blob: Value, x: Value): Value {
  return reshape(blob, [x.shape[1] ?? 1, ...x.shape.slice(2).map(() => 1)]);
}

/** By the batch: mean 0 and variance 1 for each channel. */
function standardised(x: Value, eps: number): Value {
  const centred = sub(x, batchMean(x));
  return div(centred, unary('Sqrt', shifted(batchMean(square(centred)), eps)));
}

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
import { add, div, mul, reduce, reshape, shifted, square, sub, unary } from '../../graph/operators';
import type { Value } from '../../net/graph';
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
    onnx: ({ layer, param, state, bottoms: [x], params: [slope, bias, mean, variance] }) => {
      if (!x || !slope || !bias || !mean || !variance) return 'unknown';
      const eps = num(param, 'eps');
      const isMoving = bool(param, 'frozen') || phaseOf(layer, state) === 'TEST';
      const deviation = (): Value => unary('Sqrt', shifted(perChannel(variance, x), eps));
      const normal = isMoving ? div(sub(x, perChannel(mean, x)), deviation()) : standardised(x, eps);
      return [add(mul(normal, perChannel(slope, x)), perChannel(bias, x))];
    },
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

function perChannel(blob: Value, x: Value): Value {
  return reshape(blob, [x.shape[1] ?? 1, ...x.shape.slice(2).map(() => 1)]);
}

/** By the batch: mean 0 and variance 1 for each channel. */
function standardised(x: Value, eps: number): Value {
  const axes = x.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
  const centred = sub(x, reduce('ReduceMean', x, axes));
  return div(centred, unary('Sqrt', shifted(reduce('ReduceMean', square(centred), axes), eps)));
}

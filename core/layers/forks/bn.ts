/**
 * Batch normalization with its own scale and shift. SegNet's has two blobs, 1×C×1×1; that of PSPNet, TSN and happynear two
 * more for the moving mean and variance. The blobs start at 0 where no filler says otherwise (bn_layer.cpp).
 */
import type { LayerRule } from '../../net/rules';
import { bool } from '../../schema/message';
import { filledBlob } from '../filled-blob';
import { fourAxes, legacyDim, legacyProblems } from '../legacy';
import { oneEach } from '../macs';
import { samePlace } from '../windows';
import { made } from './results';

export const bnSegnet: LayerRule = {
  type: 'BN',
  summary: 'Batch normalization with its own scale and shift, 1×C×1×1 each. Top: the shape of the bottom.',
  param: 'bn_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: oneEach,
  window: samePlace,
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
  /** What the variance starts as: 1, or only where the layer is `frozen`. */
  readonly variance: 'always 1' | '1 if frozen';
}

export function bnMoving(type: 'BN' | 'SyncBN', { axes, variance }: MovingBn): LayerRule {
  return {
    type,
    summary:
      'Batch normalization with its own slope and bias, and moving mean and variance: four blobs of one value a channel. Top: the shape of the bottom.',
    param: 'bn_param',
    arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
    macs: oneEach,
    window: samePlace,
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

/**
 * Batch normalization with its own scale and shift. SegNet's has two blobs, 1×C×1×1; that of PSPNet, TSN and happynear two
 * more for the moving mean and variance. The blobs start at 0 where no filler says otherwise (bn_layer.cpp).
 */
import type { LayerRule, ParamBlob, SetUpInput } from '../../net/rules';
import type { Shape } from '../../net/shape';
import { bool, subOrEmpty } from '../../schema/message';
import { oneEach } from '../macs';
import { samePlace } from '../windows';
import { fourAxes, legacy, legacyProblems } from './legacy';
import { made } from './results';

export const bnSegnet: LayerRule = {
  type: 'BN',
  summary: 'Batch normalization with its own scale and shift, 1×C×1×1 each. Top: the shape of the bottom.',
  param: 'bn_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: oneEach,
  window: samePlace,
  setUp(input) {
    const shape = [1, legacy(input.bottoms[0], 'channels'), 1, 1];
    return made(input, [fourAxes(input.bottoms[0])], legacyProblems(input, [0]), [
      filled(input, 'scale', 'scale_filler', shape),
      filled(input, 'shift', 'shift_filler', shape),
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
    summary: 'Batch normalization with its own slope and bias, and moving mean and variance: four blobs of one value a channel. Top: the shape of the bottom.',
    param: 'bn_param',
    arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
    macs: oneEach,
    window: samePlace,
    setUp(input) {
      const channels = legacy(input.bottoms[0], 'channels');
      const shape = axes === 4 ? [1, channels, 1, 1] : [1, channels];
      const start = variance === 'always 1' || bool(input.param, 'frozen') ? 1 : 0;
      return made(input, [input.bottoms[0] ?? null], legacyProblems(input, [0]), [
        filled(input, 'slope', 'slope_filler', shape),
        filled(input, 'bias', 'bias_filler', shape),
        { role: 'mean', shape, start: { kind: 'value', value: 0 } },
        { role: 'variance', shape, start: { kind: 'value', value: start } },
      ]);
    },
  };
}

function filled({ param }: SetUpInput, role: string, fillerField: string, shape: Shape): ParamBlob {
  return { role, fillerField, shape, start: { kind: 'filler', filler: subOrEmpty(param, fillerField) } };
}

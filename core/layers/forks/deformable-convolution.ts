/**
 * Convolution at positions that the second bottom moves: shapes and weights are those of Convolution for the first
 * bottom (deformable_conv_layer.cpp of unsky/FPN and makefile/frcnn).
 */
import type { LayerRule } from '../../net/rules';
import { convolution } from '../convolution';
import { rowForEach } from '../shared/macs';
import { arityOf } from './shaped';

export const deformableConvolution: LayerRule = {
  type: 'DeformableConvolution',
  summary:
    'Convolution at positions that are moved by offsets. Bottoms: the map, and the offsets. Top: (N, num_output, H, W) as for Convolution.',
  param: 'deformable_convolution_param',
  arity: arityOf([2, 2], [1, 1]),
  macs: rowForEach,
  startsGradient: true,
  setUp: (input) =>
    convolution.setUp({
      ...input,
      bottoms: input.bottoms.slice(0, 1),
      layer: { ...input.layer, bottoms: input.layer.bottoms.slice(0, 1) },
    }),
};

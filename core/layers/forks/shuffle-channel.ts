/**
 * The channels of `group` groups one after the other: channel i of group g goes to place i · group + g (shuffle_channel_layer.cpp
 * of ShuffleNet's ports). Whether the groups are alike is checked in Forward only.
 */
import type { LayerRule } from '../../net/rules';
import { unchanged } from '../../moments/pointwise';
import { fourAxes, legacyProblems } from '../legacy';
import { noMacs } from '../macs';
import { samePlace } from '../windows';
import { above } from './fields';
import { made } from './results';

export const shuffleChannel: LayerRule = {
  type: 'ShuffleChannel',
  summary:
    'Deals the channels of `group` groups out in turn, so that the next convolution in groups sees some of each. Top: the bottom as (N, C, H, W).',
  param: 'shuffle_channel_param',
  skeleton: { name: 'shuffle1', body: 'group: ${1:3}' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: samePlace,
  setUp: (input) =>
    made(input, [fourAxes(input.bottoms[0])], [...above(input, 'group', 0), ...legacyProblems(input, [0])]),
  // Channels that differ are in other places then.
  moments: (input) => (input.bottoms[0]?.parts.length === 1 ? unchanged(input) : null),
};

/**
 * Interleaves the channels of `group` groups: channel i of group g moves to i · group + g (shuffle_channel_layer.cpp of
 * ShuffleNet's ports). Equal group sizes are only checked in Forward.
 */
import type { LayerRule } from '../../net/rules';
import { shuffledMoments } from '../../moments/along';
import { fourAxes, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { samePlace } from '../shared/windows';
import { above } from './fields';
import { made } from './results';
import { countOf, reshape, transpose } from '../../graph/operators';
import { num } from '../../schema/message';

export const shuffleChannel: LayerRule = {
  type: 'ShuffleChannel',
  summary:
    'Interleaves the channels of `group` groups, so that the next grouped convolution sees channels of each group. Top: the bottom as (N, C, H, W).',
  param: 'shuffle_channel_param',
  skeleton: { name: 'shuffle1', body: 'group: ${1:3}' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: samePlace,
  onnx: ({ param, bottoms: [x], tops: [top = []] }) => {
    if (!x) return 'unknown';
    const group = num(param, 'group');
    const [items = 1, channels = 1, ...plane] = top;
    // Caffe aborts in Forward.
    if (channels % group !== 0) return 'no-forward';
    const dealt = transpose(reshape(x, [items, group, channels / group, countOf(plane)]), [0, 2, 1, 3]);
    return [reshape(dealt, top)];
  },
  setUp: (input) =>
    made(input, [fourAxes(input.bottoms[0])], [...above(input, 'group', 0), ...legacyProblems(input, [0])]),
  moments: ({ bottoms: [bottom = null] }) => bottom && shuffledMoments(bottom),
};

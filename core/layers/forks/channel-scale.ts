/**
 * Scales each position by a factor, or all by one learned factor that a second top outputs (channel_scale_layer.cpp of
 * happynear's Caffe).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { bool } from '../../schema/message';
import { atBottom } from '../shared/at';
import { countOf } from '../shared/geometry';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { oneEach } from '../shared/macs';
import { samePlace } from '../shared/windows';
import { needsSame } from './needs';
import { made } from './results';

export const channelScale: LayerRule = {
  type: 'ChannelScale',
  summary:
    'Scales each position by a factor, or all by one learned factor (`global_scale`). Bottoms: (N, C, H, W), factors (N, 1, H, W). Top: the shape of the first bottom.',
  param: 'channel_scale_param',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 2 } },
  macs: oneEach,
  window: ({ tops }) => (tops.length > 1 ? null : samePlace()),
  setUp(input) {
    const {
      param,
      bottoms: [data = null],
    } = input;
    const global = bool(param, 'global_scale');
    // −1 marks it as unset; the first Forward sets it.
    return made(
      input,
      [data, global ? [1] : []],
      sizeProblems(input),
      global ? [{ role: 'scale', shape: [1], start: { kind: 'value', value: -1 } }] : [],
    );
  },
};

function sizeProblems(input: SetUpInput): readonly Problem[] {
  const {
    layer,
    bottoms: [data = null, factors = null],
  } = input;
  const problems = [...legacyProblems(input, [0, 1]), ...needsSame(input, 1, 0, ['num'])];
  const [all, channels, found] = [countOf(data), legacyDim(data, 'channels'), countOf(factors)];
  if (problems.length > 0 || all === null || channels === null || channels === 0 || found === null) return problems;
  const expected = Math.trunc(all / channels);
  return found === expected ? [] : [atBottom(layer, 1, 'fork/bottom-size', { dimension: 'count', found, expected })];
}

/**
 * Adds a learned blob, 0 at the start, that covers some axes (one value per channel by default), or a second bottom.
 * Source: bias_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import { num } from '../schema/message';
import {
  axisOfCover,
  checkSecond,
  checkWritten,
  coveredBy,
  refuseEmptyBottom,
  secondBottomKills,
} from './shared/broadcast';
import { filledBlob } from './shared/filled-blob';
import { noMacs } from './shared/macs';
import { samePlace } from './shared/windows';
import { startOf } from './shared/written-blobs';
import { channelwise } from '../moments/scaling';
import { add } from '../graph/operators';
import { covering } from './shared/lowered';

export const bias: LayerRule = {
  type: 'Bias',
  summary:
    'Adds a learned blob (by default one value per channel; 0 without a `filler`), or the second bottom. Top: the shape of the bottom.',
  param: 'bias_param',
  arity: { bottoms: { min: 1, max: 2 }, tops: { min: 1, max: 1 } },
  deadFields: ({ layer }) => secondBottomKills(layer, ['filler', 'num_axes']),
  inPlace: { keeps: () => 'nothing' },
  macs: noMacs,
  window: samePlace,
  checksWritten: true,
  onnx: ({ param, bottoms: [x, second], params: [learned] }) => {
    const term = second ?? learned;
    return x && term ? [add(x, covering(term, x, axisOfCover(param, x, term)))] : 'unknown';
  },
  setUp(input) {
    const {
      param,
      bottoms: [data = null],
    } = input;
    if (input.bottoms.length > 1) {
      const wrong = checkSecond(input);
      const problems = wrong.length > 0 ? wrong : refuseEmptyBottom(input, input.bottoms[1]?.length ?? -1, 'after');
      return { tops: [problems.length > 0 ? null : data], params: [], problems };
    }
    const [first] = input.written;
    if (first) {
      const wrong = checkWritten(input, [first], 'bias');
      const problems = wrong.length > 0 ? wrong : refuseEmptyBottom(input, first.shape?.length ?? -1, 'after');
      return {
        tops: [problems.length > 0 ? null : data],
        params: [{ role: 'bias', shape: first.shape, start: startOf(first) }],
        problems,
      };
    }
    const { shape, problems: wrong } = coveredBy(input, num(param, 'num_axes'));
    const problems = wrong.length > 0 ? wrong : refuseEmptyBottom(input, num(param, 'num_axes'), 'after');
    return {
      tops: [problems.length > 0 ? null : data],
      params: [filledBlob(param, 'bias', 'filler', shape)],
      problems,
    };
  },
  moments({ bottoms: [bottom = null, ...others], params: [term] }) {
    return bottom && others.length === 0 ? channelwise(bottom, undefined, term) : null;
  },
};

/** Fillers of happynear's Caffe, in float32 as it computes them (its filler.hpp). */
import { formatNumber } from '../../numbers';
import type { FillerRule } from '../../net/rules';
import { num, str } from '../../schema/message';
import { refuseSparse } from '../checks';
import { msra } from '../msra';

/** N(0, 2 / n / (1 + α²)) for leaky ReLUs of slope α; n is fan_out unless `variance_norm` says otherwise. */
export const msraAlpha: FillerRule = {
  ...msra,
  summary: 'Values drawn from the normal distribution with std = √(2 / n / (1 + `alpha`²)), for layers that a leaky ReLU of slope `alpha` follows. n is fan_out, or what `variance_norm` says.',
  reads: ['variance_norm', 'sparse', 'alpha'],
  fill: (input) => {
    const { problems } = msra.fill(input);
    const { fanIn, fanOut } = input;
    const norm = str(input.filler, 'variance_norm');
    const n = norm === 'FAN_OUT' ? fanOut : norm === 'AVERAGE' && fanIn !== null && fanOut !== null ? Math.fround((fanIn + fanOut) / 2) : fanIn;
    const alpha = num(input.filler, 'alpha');
    if (n === null) return { distribution: undefined, n, mean: null, std: null, formula: '', problems };
    const std = Math.fround(Math.sqrt(Math.fround(2 / n / (1 + alpha * alpha))));
    const formula = `std = √(2 / ${formatNumber(n)} / (1 + ${formatNumber(alpha)}²)) = ${formatNumber(std)}`;
    return { distribution: { kind: 'normal', mean: 0, std }, n, mean: 0, std, formula, problems };
  },
};

/** Drawn from N(0, 1), then each output is scaled to a length of 1. */
export const gaussianUnitball: FillerRule = {
  type: 'gaussian_unitball',
  summary: 'Values drawn from the normal distribution, then scaled so that the squares of each output sum to 1: the variance is 1 / fan_in.',
  reads: ['sparse'],
  fill: (input) => {
    const { fanIn } = input;
    const known = fanIn !== null && fanIn > 0;
    const std = known ? Math.fround(Math.sqrt(1 / fanIn)) : null;
    return { distribution: undefined, n: fanIn, mean: 0, std, formula: known ? `std = √(1 / ${fanIn}) = ${formatNumber(std ?? 0)}` : '', problems: refuseSparse(input, 'gaussian_unitball') };
  },
};

/** `value` on the diagonal of a square matrix, 0 elsewhere. */
export const identity: FillerRule = {
  type: 'identity',
  summary: '1 on the diagonal of a square matrix, 0 elsewhere.',
  reads: ['sparse'],
  fill: (input) => {
    const { fanIn, fanOut, span } = input;
    const differ = fanIn !== null && fanOut !== null && fanIn !== fanOut;
    return {
      distribution: undefined,
      n: null,
      mean: null,
      std: null,
      formula: '',
      problems: [...refuseSparse(input, 'identity'), ...(differ ? [{ code: 'fork/filler-fans-differ' as const, span, args: { fanIn, fanOut } }] : [])],
    };
  },
};

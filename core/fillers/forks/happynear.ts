/** Fillers of happynear's Caffe, in float32 as it computes them (its filler.hpp). */
import { none, concat } from '../../lists';
import { formatNumber } from '../../numbers';
import type { FillerRule } from '../../net/rules';
import { num } from '../../schema/message';
import { refuseEmpty, refuseSparse } from '../checks';
import { nameOfScale, scaleBy } from '../fans';
import { msra } from '../msra';

/** N(0, 2 / n / (1 + α²)) for leaky ReLUs of slope α; n as for msra. */
export const msraAlpha: FillerRule = {
  ...msra,
  summary:
    'Values drawn from the normal distribution with std = √(2 / n / (1 + `alpha`²)), for layers followed by a leaky ReLU of slope `alpha`. n is fan_in, or what `variance_norm` says.',
  reads: ['variance_norm', 'sparse', 'alpha'],
  initializer: () => undefined,
  fill: (input) => {
    const { problems } = msra.fill(input);
    const n = scaleBy(input);
    const alpha = num(input.filler, 'alpha');
    if (n === null)
      return {
        distribution: undefined,
        n,
        mean: null,
        std: null,
        formula: `std = √(2 / ${nameOfScale(input)} / (1 + ${formatNumber(alpha)}²))`,
        problems,
      };
    const std = Math.fround(Math.sqrt(Math.fround(Math.fround(2 / n) / Math.fround(1 + Math.fround(alpha * alpha)))));
    const formula = `std = √(2 / ${formatNumber(n)} / (1 + ${formatNumber(alpha)}²)) = ${formatNumber(std)}`;
    return { distribution: { kind: 'normal', mean: 0, std }, n, mean: 0, std, formula, problems };
  },
};

/** N(0, 1), then each row (the values of one output, count / num) is scaled to a length of 1. */
export const gaussianUnitball: FillerRule = {
  type: 'gaussian_unitball',
  summary:
    'Values drawn from the normal distribution, then scaled so that the squares of each output sum to 1: the variance is 1 / fan_in.',
  reads: ['sparse'],
  fill: (input) => {
    const { fanIn } = input;
    const problems = concat(refuseEmpty(input, 'gaussian_unitball'), refuseSparse(input, 'gaussian_unitball'));
    if (fanIn === null || fanIn === 0)
      return { distribution: undefined, n: fanIn, mean: 0, std: null, formula: '', problems };
    const std = Math.fround(Math.sqrt(1 / fanIn));
    return {
      distribution: { kind: 'unitSphere', dimensions: fanIn },
      n: fanIn,
      mean: 0,
      std,
      formula: `std = √(1 / ${fanIn}) = ${formatNumber(std)}`,
      problems,
    };
  },
};

/**
 * 1 at i · (channels + 1) for each i below num, whatever the kernel, so it is an identity only for 1×1 kernels. It
 * aborts where fan_in and fan_out differ.
 */
export const identity: FillerRule = {
  type: 'identity',
  summary:
    '1 on the diagonal of a square matrix, 0 elsewhere. In kernels larger than 1×1 the ones are placed as in a 1×1 kernel, so the result is not an identity.',
  reads: ['sparse'],
  fill: (input) => {
    const { fanIn, fanOut, span } = input;
    const differ = fanIn !== null && fanOut !== null && fanIn !== fanOut;
    const known = fanIn !== null && fanIn > 0;
    const share = known ? 1 / fanIn : 0;
    return {
      distribution: { kind: 'identity' },
      n: null,
      mean: known ? Math.fround(share) : null,
      std: known ? Math.fround(Math.sqrt(share - share * share)) : null,
      formula: known ? `mean = 1 / ${fanIn} = ${formatNumber(Math.fround(share))}` : '',
      problems: concat(
        refuseEmpty(input, 'identity'),
        refuseSparse(input, 'identity'),
        differ ? [{ code: 'fork/filler-fans-differ', span, args: { fanIn, fanOut } }] : none,
      ),
    };
  },
};

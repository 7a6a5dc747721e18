import { none, concat } from '../lists';
import { formatNumber } from '../numbers';
import type { FillerRule } from '../net/rules';
import { has, num } from '../schema/message';
import { at, refuseEmpty, refuseSparse } from './checks';
import { uniformFacts } from './uniform-facts';

/** U(min, max); `caffe_rng_uniform` checks min ≤ max (math_functions.cpp). The default range is 0 to 1. */
export const uniform: FillerRule = {
  type: 'uniform',
  summary: 'Values drawn uniformly from `min` (default 0) to `max` (default 1).',
  reads: ['min', 'max', 'sparse'],
  fill: (input) => {
    const min = num(input.filler, 'min');
    const max = num(input.filler, 'max');
    const { mean, std } = uniformFacts(min, max);
    // Negated, so that a NaN on either side is rejected, as by CHECK_LE.
    const reversed =
      min <= max
        ? none
        : [at(input.filler, has(input.filler, 'max') ? 'max' : 'min', 'filler/range-reversed', { min, max })];
    return {
      distribution: { kind: 'uniform', min, max },
      n: null,
      mean,
      std,
      formula: `std = (${formatNumber(max)} ${min < 0 ? `+ ${formatNumber(-min)}` : `− ${formatNumber(min)}`}) / √12 = ${formatNumber(std)}`,
      problems: concat(refuseEmpty(input, 'uniform'), reversed, refuseSparse(input, 'uniform')),
    };
  },
};

import { concat } from '../lists';
import { formatNumber } from '../numbers';
import type { FillerRule } from '../net/rules';
import { refuseEmpty, refuseScalar, refuseSparse } from './checks';
import { scaling } from './equivalents';
import { nameOfScale, scaleBy } from './fans';

/**
 * N(0, 2 / n): twice xavier's variance, for layers whose output passes a ReLU (filler.hpp, MSRAFiller; after He et al.
 * 2015). n as for xavier. All in float32.
 */
export const msra: FillerRule = {
  type: 'msra',
  summary:
    'Values drawn from the normal distribution with std = √(2 / n), for layers followed by a ReLU. n is fan_in, or what `variance_norm` says.',
  reads: ['variance_norm', 'sparse'],
  initializer: (filler) => scaling(filler, 2, 'normal'),
  fill: (input) => {
    const problems = concat(refuseEmpty(input, 'msra'), refuseScalar(input, 'msra'), refuseSparse(input, 'msra'));
    const n = scaleBy(input);
    if (n === null)
      return {
        distribution: undefined,
        n,
        mean: null,
        std: null,
        formula: `std = √(2 / ${nameOfScale(input)})`,
        problems,
      };
    const std = Math.fround(Math.sqrt(Math.fround(2 / n)));
    return {
      distribution: { kind: 'normal', mean: 0, std },
      n,
      mean: 0,
      std,
      formula: `std = √(2 / ${formatNumber(n)}) = ${formatNumber(std)}`,
      problems,
    };
  },
};

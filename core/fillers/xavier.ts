import { concat } from '../lists';
import { formatNumber } from '../numbers';
import type { FillerRule } from '../net/rules';
import { refuseEmpty, refuseScalar, refuseSparse } from './checks';
import { scaling } from './equivalents';
import { nameOfScale, scaleBy } from './fans';
import { uniformFacts } from './uniform-facts';

/**
 * U(-s, s) with s = √(3 / n), so Var(w) = 1/n (filler.hpp, XavierFiller; after Glorot and Bengio 2010). n is fan_in
 * unless `variance_norm` says FAN_OUT or AVERAGE. All in float32.
 */
export const xavier: FillerRule = {
  type: 'xavier',
  summary:
    "Values drawn uniformly from −s to s, s = √(3 / n), so the variance is 1 / n. The paper (Glorot and Bengio 2010) takes n = (fan_in + fan_out) / 2, `variance_norm: AVERAGE`; Caffe's default is FAN_IN, n = fan_in.",
  reads: ['variance_norm', 'sparse'],
  initializer: (filler) => scaling(filler, 1, 'uniform'),
  fill: (input) => {
    const problems = concat(refuseEmpty(input, 'xavier'), refuseScalar(input, 'xavier'), refuseSparse(input, 'xavier'));
    const n = scaleBy(input);
    if (n === null)
      return {
        distribution: undefined,
        n,
        mean: null,
        std: null,
        formula: `s = √(3 / ${nameOfScale(input)})`,
        problems,
      };
    const scale = Math.fround(Math.sqrt(Math.fround(3 / n)));
    const { mean, std } = uniformFacts(-scale, scale);
    return {
      distribution: { kind: 'uniform', min: -scale, max: scale },
      n,
      mean,
      std,
      formula: `s = √(3 / ${formatNumber(n)}) = ${formatNumber(scale)}`,
      problems,
    };
  },
};

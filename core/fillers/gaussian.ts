import { none, concat } from '../lists';
import { formatNumber } from '../numbers';
import type { Distribution } from '../net/distribution';
import type { FillInput, FillerRule } from '../net/rules';
import type { Problem } from '../problems';
import { num } from '../schema/message';
import { at, refuseEmpty, refuseScalar, refuseStd } from './checks';

/**
 * N(mean, std²). With `sparse` ≥ 0 each value is kept with probability sparse / shape[0] and zeroed otherwise
 * (filler.hpp, GaussianFiller): on average each output keeps that share of its inputs. `sparse: 0` zeroes all.
 */
export const gaussian: FillerRule = {
  type: 'gaussian',
  summary:
    'Values drawn from the normal distribution with `mean` (default 0) and `std` (default 1). `sparse: k` keeps each value with probability k / shape[0].',
  reads: ['mean', 'std', 'sparse'],
  initializer: (filler) =>
    num(filler, 'sparse') < 0 ? { kind: 'normal', mean: num(filler, 'mean'), std: num(filler, 'std') } : undefined,
  fill: (input) => {
    const mean = num(input.filler, 'mean');
    const std = num(input.filler, 'std');
    const sparse = num(input.filler, 'sparse');
    const problems = concat(refuseEmpty(input, 'gaussian'), refuseStd(input), refuseDensity(input, sparse));
    if (sparse < 0) {
      const distribution: Distribution = { kind: 'normal', mean, std };
      return { distribution, n: null, mean, std, formula: `N(${formatNumber(mean)}, ${formatNumber(std)}²)`, problems };
    }
    const outputs = input.shape?.[0] ?? null;
    if (outputs === null || outputs === 0)
      return { distribution: undefined, n: null, mean: null, std: null, formula: '', problems };
    const density = Math.fround(Math.fround(sparse) / Math.fround(outputs));
    const spread = Math.sqrt(Math.max(0, density * (std * std + mean * mean) - (density * mean) ** 2));
    return {
      distribution: { kind: 'sparseNormal', mean, std, density },
      n: null,
      mean: Math.fround(density * mean),
      std: Math.fround(spread),
      formula: `N(${formatNumber(mean)}, ${formatNumber(std)}²) with probability ${sparse} / ${outputs} = ${formatNumber(density)}, else 0`,
      problems,
    };
  },
};

function refuseDensity(input: FillInput, sparse: number): readonly Problem[] {
  if (sparse === -1) return none;
  if (sparse < -1) return [at(input.filler, 'sparse', 'filler/sparse-below', { sparse })];
  const scalar = refuseScalar(input, 'gaussian');
  if (scalar.length > 0) return scalar;
  const outputs = input.shape?.[0] ?? null;
  if (outputs === null || outputs === 0 || sparse <= outputs) return [];
  const density = Math.fround(sparse / outputs);
  return [at(input.filler, 'sparse', 'filler/sparse-too-large', { sparse, outputs, density })];
}

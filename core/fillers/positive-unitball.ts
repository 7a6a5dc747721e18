import { concat } from '../lists';
import { formatNumber } from '../numbers';
import type { FillerRule } from '../net/rules';
import { refuseEmpty, refuseScalar, refuseSparse } from './checks';

/** U(0, 1), then each row (the values of one output, count / shape[0]) is divided by its sum (filler.hpp, PositiveUnitballFiller). */
export const positiveUnitball: FillerRule = {
  type: 'positive_unitball',
  summary: 'Positive values that sum to 1 over each output: drawn from 0 to 1, then divided by their sum.',
  reads: ['sparse'],
  fill: (input) => {
    const inputs = input.fanIn;
    return {
      distribution: { kind: 'unitball' },
      n: null,
      mean: inputs === null ? null : Math.fround(1 / inputs),
      std: inputs === null ? null : Math.fround(shareStd(inputs)),
      formula: inputs === null ? '' : `mean = 1 / ${inputs} = ${formatNumber(Math.fround(1 / inputs))}`,
      problems: concat(
        refuseEmpty(input, 'positive_unitball'),
        refuseScalar(input, 'positive_unitball'),
        refuseSparse(input, 'positive_unitball'),
      ),
    };
  },
};

/**
 * Standard deviation of U₁ / (U₁ + … + U_d). With S the sum, 1/S² = ∫ t·exp(-tS) dt over t > 0, so
 * E[U₁²/S²] = ∫ t · E[U²·exp(-tU)] · E[exp(-tU)]^(d-1) dt; integrated by Simpson's rule in x = t·d / (2 + t·d).
 */
function shareStd(d: number): number {
  if (d <= 1) return 0;
  const steps = 2000;
  let sum = 0;
  for (let i = 1; i < steps; i++) {
    const x = i / steps;
    const t = (2 * x) / (d * (1 - x));
    const slope = 2 / (d * (1 - x) * (1 - x));
    sum += (i % 2 === 1 ? 4 : 2) * t * squareTransform(t) * transform(t) ** (d - 1) * slope;
  }
  return Math.sqrt(Math.max(0, sum / (3 * steps) - 1 / (d * d)));
}

/** E[exp(-tU)] for U(0, 1). */
function transform(t: number): number {
  return -Math.expm1(-t) / t;
}

/** E[U²·exp(-tU)] for U(0, 1); the series for small t, where the closed form loses precision by cancellation. */
function squareTransform(t: number): number {
  if (t < 1e-2) return 1 / 3 - t / 4 + (t * t) / 10;
  return (2 - Math.exp(-t) * (t * t + 2 * t + 2)) / t ** 3;
}

/** The expected statistics of a sample of a distribution, and their standard errors. */
import type { Distribution, Filling } from '../net/distribution';

/** An expected statistic and its standard error; an error of 0 means exactly. */
export interface Expected {
  readonly value: number;
  readonly error: number;
}

/** Undefined where there is no simple formula. */
export interface Theory {
  readonly mean: Expected | undefined;
  readonly std: Expected | undefined;
  readonly min: Expected | undefined;
  readonly max: Expected | undefined;
  /** Fraction of zeros, from 0 to 1. */
  readonly zeros: Expected | undefined;
}

/** `mean` and `std` are those of the distribution, from its filler; `count` is the number of values. */
export function theoryOf(
  distribution: Filling,
  facts: { readonly mean: number | null; readonly std: number | null; readonly count: number },
): Theory {
  const { count } = facts;
  const mean = facts.mean ?? 0;
  const std = facts.std ?? 0;
  const moments = (kurtosis: number): Pick<Theory, 'mean' | 'std'> => ({
    mean: { value: mean, error: std / Math.sqrt(count) },
    // By the delta method: var(s²) = σ⁴(κ − 1)/N, and s = √s².
    std: { value: std, error: std * Math.sqrt((kurtosis - 1) / (4 * count)) },
  });
  switch (distribution.kind) {
    case 'constant': {
      const value = exactly(distribution.value);
      return { mean: value, std: exactly(0), min: value, max: value, zeros: exactly(distribution.value === 0 ? 1 : 0) };
    }
    case 'uniform': {
      const { min, max } = distribution;
      const gap = (max - min) / (count + 1);
      return {
        ...moments(1.8),
        min: { value: min + gap, error: gap },
        max: { value: max - gap, error: gap },
        zeros: exactly(0),
      };
    }
    case 'normal':
      return {
        ...moments(3),
        ...normalExtremes(distribution.mean, distribution.std, count),
        zeros: exactly(distribution.std === 0 && distribution.mean === 0 ? 1 : 0),
      };
    case 'sparseNormal': {
      const { density } = distribution;
      const zeros = { value: 1 - density, error: Math.sqrt((density * (1 - density)) / count) };
      if (density <= 0)
        return { mean: exactly(0), std: exactly(0), min: exactly(0), max: exactly(0), zeros: exactly(1) };
      return {
        ...moments(3 / density),
        ...normalExtremes(distribution.mean, distribution.std, count * density),
        zeros,
      };
    }
    case 'unitball':
      // Rows sum to 1, so the mean is exact; otherwise rows are nearly uniform.
      return { ...moments(1.8), mean: exactly(mean), min: undefined, max: undefined, zeros: exactly(0) };
    case 'unitSphere':
      // The squares of each row sum to 1, so that only the sample's mean affects its deviation.
      return { ...moments(3), std: exactly(std), min: undefined, max: undefined, zeros: exactly(0) };
    case 'identity':
      return {
        mean: exactly(mean),
        std: exactly(std),
        min: exactly(mean === 1 ? 1 : 0),
        max: exactly(1),
        zeros: exactly(1 - mean),
      };
    case 'bilinear':
    case 'written':
      return { mean: exactly(mean), std: exactly(std), min: undefined, max: undefined, zeros: undefined };
  }
}

/**
 * Probability density at x, in 1 / unit of x. Undefined where it has no simple form; zeros of a sparse filler are not
 * included.
 */
export function densityOf(distribution: Distribution): ((x: number) => number) | undefined {
  switch (distribution.kind) {
    case 'uniform': {
      const { min, max } = distribution;
      return max > min ? (x) => (x >= min && x <= max ? 1 / (max - min) : 0) : undefined;
    }
    case 'normal':
      return normalDensity(distribution.mean, distribution.std, 1);
    case 'sparseNormal':
      return normalDensity(distribution.mean, distribution.std, distribution.density);
    case 'unitSphere':
      return directionDensity(distribution.dimensions);
    default:
      return undefined;
  }
}

function normalDensity(mean: number, std: number, share: number): ((x: number) => number) | undefined {
  if (!(std > 0)) return undefined;
  const peak = share / (std * Math.sqrt(2 * Math.PI));
  return (x) => peak * Math.exp(-0.5 * ((x - mean) / std) ** 2);
}

/**
 * One coordinate of a random direction in n dimensions: Γ(n/2) / (√π Γ((n − 1)/2)) · (1 − x²)^((n − 3)/2). In one
 * dimension it is ±1.
 */
function directionDensity(n: number): ((x: number) => number) | undefined {
  if (n < 2) return undefined;
  const peak = gammaStep((n - 1) / 2) / Math.sqrt(Math.PI);
  return (x) => (Math.abs(x) < 1 ? peak * (1 - x * x) ** ((n - 3) / 2) : 0);
}

/** Γ(x + ½) / Γ(x): √x (1 − 1/8x + 1/128x²) for a large x, then by recurrence down to x. */
function gammaStep(x: number): number {
  const steps = 40;
  const far = x + steps;
  let ratio = Math.sqrt(far) * (1 - 1 / (8 * far) + 1 / (128 * far * far));
  for (let i = steps - 1; i >= 0; i--) ratio *= (x + i) / (x + i + 0.5);
  return ratio;
}

const eulerGamma = 0.5772156649015329;

/**
 * The largest of N normal values is about σ(a + (γ − (ln ln N + ln 4π)/2) / a) with a = √(2 ln N), and its standard
 * deviation is σπ/(√6·a) (the Gumbel limit; Fisher and Tippett 1928). Only for N large enough that the limit is
 * meaningful.
 */
function normalExtremes(mean: number, std: number, count: number): Pick<Theory, 'min' | 'max'> {
  if (std === 0) return { min: exactly(mean), max: exactly(mean) };
  if (count < 30) return { min: undefined, max: undefined };
  const a = Math.sqrt(2 * Math.log(count));
  const reach = std * (a + (eulerGamma - (Math.log(Math.log(count)) + Math.log(4 * Math.PI)) / 2) / a);
  const error = (std * Math.PI) / (Math.sqrt(6) * a);
  return { min: { value: mean - reach, error }, max: { value: mean + reach, error } };
}

function exactly(value: number): Expected {
  return { value, error: 0 };
}

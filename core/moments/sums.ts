/**
 * Sums of a bottom's values with independently drawn weights: what filters compute.
 *
 * With weights of mean 0 and variance σ² a value of the top has the variance σ² · n · E[x²] over n inputs (Glorot and
 * Bengio 2010, equations 5 and 6; He et al. 2015): the second moment, since the inputs' mean is not 0 after a ReLU. Two
 * positions of the top use the same weights, so their covariance is σ² · n · E[x·x′]. A nonzero mean of the weights adds a
 * sum that is the same for all outputs.
 */
import type { Gradient, ParamMoments, Part, Signal } from '../net/signal';
import { coherenceOf, secondOf, uniform } from './gradient';
import { normalPart, signalMoments, type SignalMoments } from './part';

export interface Sum {
  readonly bottom: Signal;
  readonly outputs: number;
  readonly group: number;
  readonly weight: ParamMoments;
  readonly bias: ParamMoments | undefined;
  /** Positions of the bottom that a position of the top sees, those that two distant ones weight alike, and the reverse. */
  readonly taps: number;
  readonly shared: number;
  readonly readers: number;
  /** Whether gradients of adjacent positions stay adjacent. */
  readonly aligned: boolean;
  /** For weights that are not random: the sum of a kernel's values that a position of the top sees, and of their squares. */
  readonly kernel?: { readonly sum: number; readonly squares: number } | undefined;
}

export interface Summed {
  readonly top: Signal;
  /** From the top's gradient to the bottom's. */
  readonly back: (gradient: Gradient) => Gradient;
}

/** Null where the weights are not known. */
export function summed(sum: Sum): Summed | null {
  const { bottom, outputs, group, weight, bias, taps, shared, readers, aligned } = sum;
  // The identity filler connects channels deterministically, so sums over random weights don't apply.
  const isKnown = weight.mean !== null && weight.std !== null && weight.distribution?.kind !== 'identity';
  if (!isKnown || (bias && (bias.mean === null || bias.std === null))) return null;
  const [mean, square] = [weight.mean, weight.mean ** 2 + weight.std ** 2];
  const biasVariance = (bias?.std ?? 0) ** 2;
  const sums = signalMoments(bottom);
  const inputs = sums.channels / group;
  const random = sum.kernel ? 0 : weight.std ** 2 * inputs * typical(sums);
  const fixed = fixedSum(sums, inputs, group, sum.kernel ?? { sum: mean * taps, squares: mean * mean * taps });
  const part: Part = normalPart({
    channels: outputs,
    mean: fixed.mean + (bias?.mean ?? 0),
    variance: random * taps * sums.second + fixed.variance + biasVariance,
    common: random * Math.min(taps, shared) * sums.far + fixed.common + biasVariance,
    across: fixed.across,
  });
  const top: Signal = { parts: [part] };
  const paths = (outputs / group) * readers;
  const back = (gradient: Gradient): Gradient =>
    uniform(secondOf(gradient, top.parts) * square * paths, aligned ? coherenceOf(gradient, top.parts) : 0);
  return { top, back };
}

/**
 * The second moment of few channels, most of which a single weight vector can set to 0, is usually below its mean over
 * all draws. Returns the median of a log-normal distribution with the same mean and scatter, relative to the mean.
 */
function typical({ scatter }: SignalMoments): number {
  return 1 / Math.sqrt(1 + scatter);
}

type Fixed = Pick<Part, 'mean' | 'variance' | 'common' | 'across'>;

/** The sum with the part of the weights that is not random. Channels with such a sum in common are correlated in turn. */
function fixedSum(
  sums: SignalMoments,
  inputs: number,
  group: number,
  { sum, squares }: NonNullable<Sum['kernel']>,
): Fixed {
  if (sum === 0) return { mean: 0, variance: 0, common: 0, across: 0 };
  const squared = sums.mean ** 2;
  const [variance, common] = [sums.second - squared, sums.far - squared];
  const own = squares * (variance - common) + sum * sum * common;
  const correlation = variance > 0 ? Math.max(0, sums.across - squared) / variance : 0;
  const among = inputs + inputs * (inputs - 1) * correlation;
  return {
    mean: inputs * sum * sums.mean,
    variance: own * among,
    common: sum * sum * common * among,
    across: own * (group === 1 ? among : inputs * inputs * correlation),
  };
}

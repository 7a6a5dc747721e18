/** Sums over axes: of values, their absolute values or their squares. */
import type { Gradient, Moments, Signal } from '../net/signal';
import { secondOf, uniform } from './gradient';
import { normalPart, signalMoments } from './part';
import { pointwise } from './pointwise';

export function reduced(bottom: Signal, values: number, operation: string, coefficient: number): Moments {
  const summed =
    operation === 'ASUM'
      ? pointwise(bottom, () => size)
      : operation === 'SUMSQ'
        ? pointwise(bottom, () => square)
        : bottom;
  const { mean, second, far, channels } = signalMoments(summed);
  const factor = operation === 'MEAN' ? coefficient / values : coefficient;
  const places = Math.max(1, values / channels);
  // Values of one channel share its mean.
  const common = Math.max(0, far - mean * mean) * places * values * factor * factor;
  const variance = Math.max(0, second - mean * mean) * values * factor * factor + (common * (places - 1)) / places;
  const part = normalPart({ channels: 1, mean: mean * values * factor, variance, common: Math.min(variance, common) });
  const slope = operation === 'SUMSQ' ? 4 * signalMoments(bottom).second : 1;
  const back = (gradient: Gradient): Gradient => uniform(secondOf(gradient, [part]) * factor * factor * slope, 1);
  return { tops: [{ parts: [part] }], backward: ([gradient = null]) => [gradient && back(gradient)] };
}

const size = { value: Math.abs, slope: Math.sign, rising: false };
const square = { value: (x: number): number => x * x, slope: (x: number): number => 2 * x, rising: false };

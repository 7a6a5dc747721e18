/** Probabilities and losses of scores drawn independently for each class. */
import type { Moments, Signal } from '../net/signal';
import { plainly } from './gradient';
import { expectation, quantile } from './normal';
import { normalPart, settled, signalMoments } from './part';

/** Typical scores of this number of classes: the quantiles of their distribution, at most some hundreds. */
function scoresOf(scores: Signal, classes: number): readonly number[] {
  const { mean, second } = signalMoments(scores);
  const std = Math.sqrt(Math.max(0, second - mean * mean));
  const n = Math.max(1, Math.min(512, Math.round(classes)));
  return Array.from({ length: n }, (_, i) => mean + std * quantile((i + 0.5) / n));
}

/** y = eˣ / Σ eˣ: the mean is 1 / classes whatever the scores. */
export function softmaxMoments(bottom: Signal, classes: number): Moments {
  const scores = scoresOf(bottom, classes);
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  const ratio = scores.length / classes;
  const second = (powers.reduce((total, power) => total + (power / sum) ** 2, 0) / scores.length) * ratio * ratio;
  const mean = 1 / classes;
  const variance = Math.max(0, second - mean * mean);
  const { common, variance: whole } = settled(
    bottom.parts[0] ?? normalPart({ channels: 1, mean: 0, variance: 0, common: 0 }),
  );
  const part = normalPart({ channels: classes, mean, variance, common: whole > 0 ? (variance * common) / whole : 0 });
  // ∂y/∂x = y (δ − y): with many classes, the gradient is multiplied by y.
  return {
    tops: [{ parts: [part] }],
    backward: ([gradient = null]) => [gradient && plainly(gradient, [part], second)],
  };
}

/** −log of the probability of a class that is independent of the scores: log Σ eˣ − x. */
export function softmaxLoss(scores: Signal, classes: number): number {
  const values = scoresOf(scores, classes);
  const most = Math.max(...values);
  const sum = values.reduce((total, value) => total + Math.exp(value - most), 0) * (classes / values.length);
  return most + Math.log(sum) - signalMoments(scores).mean;
}

/** E[log(1 + eˣ)] − E[x]·E[t] of one value, for targets independent of it. */
export function crossEntropy(scores: Signal, targets: Signal): number {
  const { mean, second } = signalMoments(scores);
  const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  return expectation(softplus, mean, second - mean * mean) - mean * signalMoments(targets).mean;
}

/** E[(a − b)²] / 2 of one value. */
export function halfSquare(a: Signal, b: Signal): number {
  const [one, other] = [signalMoments(a), signalMoments(b)];
  return Math.max(0, one.second + other.second - 2 * one.mean * other.mean) / 2;
}

/** A loss: one value, of which only the size is known. Gradients start at it, but the forecast's are not passed on. */
export function lossMoments(value: number): Moments {
  return {
    tops: [{ parts: [normalPart({ channels: 1, mean: value, variance: 0, common: 0 })] }],
    backward: () => [],
  };
}

/**
 * Blobs concatenated and cut along an axis. Channels keep their own moments; positions of an image and items of a batch
 * all have the same.
 */
import type { Gradient, Moments, Signal } from '../net/signal';
import type { Shape } from '../net/shape';
import { added, plainly, scaled } from './gradient';
import { cut, cutGradient, joined, mixed } from './mix';
import { channelsOf } from './part';

export function joinedAlong(signals: readonly Signal[], axis: number): Moments | null {
  const [first] = signals;
  if (!first) return null;
  if (axis === 1) {
    const top = joined(signals);
    const starts = startsOf(signals.map(channelsOf));
    const back = (gradient: Gradient): readonly Gradient[] =>
      signals.map((signal, i) => cutGradient(gradient, top, signal, starts[i] ?? 0));
    return { tops: [top], backward: ([gradient = null]) => (gradient ? back(gradient) : []) };
  }
  const parts = [{ ...mixed(signals.flatMap(({ parts: own }) => own)), channels: channelsOf(first) }];
  return {
    tops: [{ parts }],
    backward: ([gradient = null]) => (gradient ? signals.map(() => plainly(gradient, parts)) : []),
  };
}

export function cutAlong(bottom: Signal, axis: number, topShapes: readonly Shape[]): Moments | null {
  const lengths = topShapes.map((shape) => shape?.[axis] ?? null);
  const known = lengths.filter((length) => length !== null);
  if (known.length < lengths.length) return null;
  const total = known.reduce((sum, length) => sum + length, 0);
  const starts = startsOf(known);
  const tops = known.map(
    (length, i): Signal => (axis === 1 ? cut(bottom, starts[i] ?? 0, (starts[i] ?? 0) + length) : bottom),
  );
  const back = (gradients: readonly (Gradient | null)[]): Gradient | null => {
    // Each part of the bottom only gets the gradient of its own top.
    const shares = gradients.flatMap((gradient, i) => {
      const top = tops[i];
      return gradient && top ? [scaled(plainly(gradient, top.parts), (known[i] ?? 0) / total)] : [];
    });
    return shares.length > 0 ? added(shares) : null;
  };
  return { tops, backward: (gradients) => [back(gradients)] };
}

/** Channels of different parts alternate afterwards: each range of them has the average moments of all. */
export function shuffledMoments(bottom: Signal): Moments {
  if (bottom.parts.length === 1) return { tops: [bottom], backward: ([gradient = null]) => [gradient] };
  const parts = [mixed(bottom.parts)];
  return { tops: [{ parts }], backward: ([gradient = null]) => [gradient && plainly(gradient, parts)] };
}

/** Where parts of these lengths begin that are laid one after another. */
function startsOf(lengths: readonly number[]): readonly number[] {
  let end = 0;
  return lengths.map((length) => (end += length) - length);
}

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
  const top: Signal = { parts, profiles: first.profiles.map(() => undefined) };
  return {
    tops: [top],
    backward: ([gradient = null]) =>
      gradient ? signals.map(() => plainly({ ...gradient, profiles: top.profiles }, parts)) : [],
  };
}

export function cutAlong(bottom: Signal, axis: number, topShapes: readonly Shape[]): Moments | null {
  const lengths = topShapes.map((shape) => shape?.[axis] ?? null);
  const known = lengths.filter((length) => length !== null);
  if (known.length < lengths.length) return null;
  const total = known.reduce((sum, length) => sum + length, 0);
  const starts = startsOf(known);
  const tops = known.map(
    (length, i): Signal => (axis === 1 ? cut(bottom, starts[i] ?? 0, (starts[i] ?? 0) + length) : flat(bottom, axis)),
  );
  const back = (gradients: readonly (Gradient | null)[]): Gradient | null => {
    // Each part of the bottom only gets the gradient of its own top.
    const shares = gradients.flatMap((gradient, i) => {
      const top = tops[i];
      return gradient && top ? [scaled(plainly(gradient, top.parts), (known[i] ?? 0) / total)] : [];
    });
    return shares.length > 0 ? added(shares, bottom.parts) : null;
  };
  return { tops, backward: (gradients) => [back(gradients)] };
}

/** A cut along a spatial axis removes the profile of that axis. */
function flat(signal: Signal, axis: number): Signal {
  return axis < 2
    ? signal
    : { ...signal, profiles: signal.profiles.map((profile, i) => (i === axis - 2 ? undefined : profile)) };
}

/** Where parts of these lengths begin that are laid one after another. */
function startsOf(lengths: readonly number[]): readonly number[] {
  let end = 0;
  return lengths.map((length) => (end += length) - length);
}

/** Pooling windows along one axis, with pooling_layer.cpp's bounds. */
import type { Profile } from '../net/signal';
import { mostPlaces } from './axis';
import { sampled } from './sampled';

export interface PoolAxis {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
  readonly input: number;
  readonly output: number;
}

/** A window: its number of values, and the size that an average divides by. */
export interface Extent {
  readonly values: number;
  readonly size: number;
}

export interface Counted extends Extent {
  /** Fraction of the axis' windows that have this extent. */
  readonly share: number;
}

/** Windows inside are all equal; if many are at a border, they are sampled. */
export function windowsOf(axis: PoolAxis): readonly Counted[] {
  const { kernel, stride, pad, input, output } = axis;
  // In [first, last) a window is entirely on the bottom.
  const first = Math.min(output, Math.max(0, Math.ceil(pad / stride)));
  const last = Math.max(first, Math.min(output, Math.floor((input + pad - kernel) / stride) + 1));
  const found = new Map<string, Counted>();
  for (const { at, count } of [
    ...sampled(0, first),
    ...(last > first ? [{ at: first, count: last - first }] : []),
    ...sampled(last, output),
  ]) {
    const { from, to, size } = boundsOf(axis, Math.floor(at));
    const key = `${to - from} ${size}`;
    const share = (found.get(key)?.share ?? 0) + count / output;
    found.set(key, { values: to - from, size, share });
  }
  return [...found.values()];
}

/** Positions of the bottom, `to` excluded; `size` includes the padding that Caffe divides by. */
function boundsOf(
  { kernel, stride, pad, input }: PoolAxis,
  i: number,
): { readonly from: number; readonly to: number; readonly size: number } {
  const start = i * stride - pad;
  const end = Math.min(start + kernel, input + pad);
  return {
    from: Math.max(0, start),
    to: Math.max(Math.max(0, start), Math.min(end, input)),
    size: Math.max(1, end - start),
  };
}

/** The top's profile: each window has the mean of what it sees. Tops of more than `mostPlaces` have none. */
export function pooledProfile(axis: PoolAxis, profile: Profile): Profile {
  if (!profile || axis.output > mostPlaces) return undefined;
  const upTo = new Float64Array(axis.input + 1);
  for (let i = 0; i < axis.input; i++) upTo[i + 1] = (upTo[i] as number) + (profile[i] ?? 1);
  const means = Array.from({ length: axis.output }, (_, i) => {
    const { from, to } = boundsOf(axis, i);
    return to > from ? ((upTo[to] as number) - (upTo[from] as number)) / (to - from) : 0;
  });
  return normalised(means);
}

/**
 * The bottom's profile of a gradient that each window spreads evenly; none for more than `mostPlaces` of bottom or top.
 */
export function spreadProfile(axis: PoolAxis, profile: Profile): Profile {
  if (Math.max(axis.input, axis.output) > mostPlaces) return undefined;
  const changes = new Float64Array(axis.input + 1);
  for (let i = 0; i < axis.output; i++) {
    const { from, to } = boundsOf(axis, i);
    if (to <= from) continue;
    const share = (profile?.[i] ?? 1) / (to - from);
    changes[from] = (changes[from] as number) + share;
    changes[to] = (changes[to] as number) - share;
  }
  let sum = 0;
  return normalised(Array.from(changes.subarray(0, axis.input), (change) => (sum += change)));
}

function normalised(values: readonly number[]): Profile {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (!(mean > 0) || values.every((value) => Math.abs(value - mean) < 1e-9 * mean)) return undefined;
  return values.map((value) => value / mean);
}

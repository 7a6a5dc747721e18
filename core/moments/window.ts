/** Pooling windows along one axis, as pooling_layer.cpp cuts them. */
import type { Profile } from '../net/signal';

export interface PoolAxis {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
  readonly input: number;
  readonly output: number;
}

/** A window: its values, and the size that an average divides by. */
export interface Extent {
  readonly values: number;
  readonly size: number;
}

export interface Counted extends Extent {
  /** Share of the axis' windows that are like this. */
  readonly share: number;
}

export function windowsOf(axis: PoolAxis): readonly Counted[] {
  const found = new Map<string, Counted>();
  for (let i = 0; i < axis.output; i++) {
    const { from, to, size } = boundsOf(axis, i);
    const key = `${to - from} ${size}`;
    const share = (found.get(key)?.share ?? 0) + 1 / axis.output;
    found.set(key, { values: to - from, size, share });
  }
  return [...found.values()];
}

/** Places of the bottom, `to` excluded; `size` includes the padding that Caffe divides by. */
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

/** The top's profile: each window has the mean of what it sees. */
export function pooledProfile(axis: PoolAxis, profile: Profile): Profile {
  if (!profile) return undefined;
  const means = Array.from({ length: axis.output }, (_, i) => {
    const { from, to } = boundsOf(axis, i);
    let sum = 0;
    for (let j = from; j < to; j++) sum += profile[j] ?? 1;
    return to > from ? sum / (to - from) : 0;
  });
  return normalised(means);
}

/** The bottom's profile of a gradient that each window spreads evenly. */
export function spreadProfile(axis: PoolAxis, profile: Profile): Profile {
  const sums = new Array<number>(axis.input).fill(0);
  for (let i = 0; i < axis.output; i++) {
    const { from, to } = boundsOf(axis, i);
    for (let j = from; j < to; j++) sums[j] = (sums[j] ?? 0) + (profile?.[i] ?? 1) / (to - from);
  }
  return normalised(sums);
}

function normalised(values: readonly number[]): Profile {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (!(mean > 0) || values.every((value) => Math.abs(value - mean) < 1e-9 * mean)) return undefined;
  return values.map((value) => value / mean);
}

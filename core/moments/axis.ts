/** One spatial axis of a filter: which positions of the bottom each position of the top sees. */
import type { Profile } from '../net/signal';

export interface Axis {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
  readonly dilation: number;
  /** Sizes of bottom and top; null if not known. */
  readonly input: number | null;
  readonly output: number | null;
  /** Deconvolution: each position of the bottom contributes to several of the top. */
  readonly reversed: boolean;
}

export interface Coverage {
  /** Number of taps that fall on the bottom, weighted by its profile, averaged over the top's positions. */
  readonly taps: number;
  /** How that number varies along the axis, with mean 1. */
  readonly profile: Profile;
  /**
   * Average number of taps that two distant positions both have. It is smaller than `taps`, since each border cuts off
   * different taps.
   */
  readonly shared: number;
}

/** From bottom to top. */
export function forwardCoverage(axis: Axis, profile: Profile): Coverage {
  return isPlain(axis) ? { taps: 1, profile, shared: 1 } : cached(axis, profile, 'forward', coverForward);
}

/** From top to bottom, as gradients flow; the taps are averaged over the bottom's positions. */
export function backwardCoverage(axis: Axis, profile: Profile): Coverage {
  return isPlain(axis) ? { taps: 1, profile, shared: 1 } : cached(axis, profile, 'back', coverBackward);
}

/** Each position of the top sees one position of the bottom. */
function isPlain({ kernel, stride, pad }: Axis): boolean {
  return kernel === 1 && stride === 1 && pad === 0;
}

/** Results for axes without a profile, many of which occur repeatedly in a net; cleared when there are too many. */
const coverages = new Map<string, Coverage>();
const mostCached = 500;

function cached(
  axis: Axis,
  profile: Profile,
  way: string,
  cover: (axis: Axis, profile: Profile) => Coverage,
): Coverage {
  if (profile) return cover(axis, profile);
  const { kernel, stride, pad, dilation, input, output, reversed } = axis;
  const key = [way, kernel, stride, pad, dilation, input, output, reversed].join();
  let found = coverages.get(key);
  if (found) return found;
  found = cover(axis, profile);
  if (coverages.size >= mostCached) coverages.clear();
  coverages.set(key, found);
  return found;
}

function coverForward(axis: Axis, profile: Profile): Coverage {
  const { input, output, kernel, stride, reversed } = axis;
  if (input === null || output === null || output <= 0)
    return {
      taps: reversed ? kernel / stride : kernel,
      profile: undefined,
      shared: reversed ? kernel / stride ** 2 : kernel,
    };
  if (isLong(axis)) return { taps: hitsOf(axis) / output, profile: undefined, shared: sharedTaps(axis, undefined) };
  const seen = profile ?? new Float64Array(input).fill(1);
  const counts = reversed ? scattered(axis, seen, output) : gathered(axis, seen, output);
  return { ...coverageOf(counts), shared: sharedTaps(axis, profile) };
}

function coverBackward(axis: Axis, profile: Profile): Coverage {
  const { input, output, kernel, stride, reversed } = axis;
  if (input === null || output === null || input <= 0)
    return { taps: reversed ? kernel : kernel / stride, profile: undefined, shared: 0 };
  if (isLong(axis)) return { taps: hitsOf(axis) / input, profile: undefined, shared: 0 };
  const arriving = profile ?? new Float64Array(output).fill(1);
  const counts = reversed ? gathered(axis, arriving, input) : scattered(axis, arriving, input);
  return { ...coverageOf(counts), shared: 0 };
}

/** Longer axes have no profile: their borders are a small part of them, and this bounds the work. */
export const mostPlaces = 4096;

function isLong({ input, output }: Axis): boolean {
  return (input ?? 0) > mostPlaces || (output ?? 0) > mostPlaces;
}

/**
 * Taps of the window at position i of the narrow side that fall on the `wide` positions of the other side: [from, to).
 */
function tapsInside(
  { kernel, stride, pad, dilation }: Axis,
  i: number,
  wide: number,
): readonly [from: number, to: number] {
  const start = i * stride - pad;
  const from = Math.min(kernel, Math.max(0, Math.ceil(-start / dilation)));
  return [from, Math.max(from, Math.min(kernel, Math.ceil((wide - start) / dilation)))];
}

/** Positions of the narrow side whose tap k falls on the other side: [from, to). */
function placesOfTap(axis: Axis, k: number): readonly [from: number, to: number] {
  const { stride, pad, dilation } = axis;
  const [narrow, wide] = sidesOf(axis);
  const before = pad - k * dilation;
  const from = Math.min(narrow, Math.max(0, Math.ceil(before / stride)));
  return [from, Math.max(from, Math.min(narrow, Math.ceil((wide + before) / stride)))];
}

/** The side with one position per window, and the side that the windows slide over. */
function sidesOf({ input, output, reversed }: Axis): readonly [narrow: number, wide: number] {
  return reversed ? [input ?? 0, output ?? 0] : [output ?? 0, input ?? 0];
}

/** The number of pairs of window and tap that fall on the other side. */
function hitsOf(axis: Axis): number {
  let sum = 0;
  for (let k = 0; k < axis.kernel; k++) {
    const [from, to] = placesOfTap(axis, k);
    sum += to - from;
  }
  return sum;
}

/** For each tap the fraction of the top's positions that it contributes to, squared and summed. */
function sharedTaps(axis: Axis, profile: Profile): number {
  const { kernel, stride, pad, dilation, output, reversed } = axis;
  const step = reversed ? 1 : stride;
  const roots = profile && runningSums(profile.map(Math.sqrt), step);
  let sum = 0;
  for (let k = 0; k < kernel; k++) {
    const [from, to] = placesOfTap(axis, k);
    const first = reversed ? from : from * stride - pad + k * dilation;
    const seen = roots && to > from ? sumOf(roots, step, first, first + (to - from - 1) * step) : to - from;
    sum += (seen / (output ?? 1)) ** 2;
  }
  return sum;
}

/** For each window, the sum of the values that its taps fall on. */
function gathered(axis: Axis, values: ArrayLike<number>, windows: number): Float64Array {
  const { stride, pad, dilation } = axis;
  const sums = runningSums(values, dilation);
  return Float64Array.from({ length: windows }, (_, i) => {
    const [from, to] = tapsInside(axis, i, values.length);
    const start = i * stride - pad;
    return to > from ? sumOf(sums, dilation, start + from * dilation, start + (to - 1) * dilation) : 0;
  });
}

/** For each of the `wide` positions, the sum of the values of the windows that have a tap there. */
function scattered(axis: Axis, values: ArrayLike<number>, wide: number): Float64Array {
  const { stride, pad, dilation } = axis;
  const changes = new Float64Array(wide);
  for (let i = 0; i < values.length; i++) {
    const [from, to] = tapsInside(axis, i, wide);
    if (to <= from) continue;
    const [first, after] = [i * stride - pad + from * dilation, i * stride - pad + to * dilation];
    changes[first] = (changes[first] as number) + (values[i] as number);
    if (after < wide) changes[after] = (changes[after] as number) - (values[i] as number);
  }
  return runningSums(changes, dilation);
}

/** For each position the sum of its value and those `step`, 2 · `step`, … positions before. */
function runningSums(values: ArrayLike<number>, step: number): Float64Array {
  const sums = Float64Array.from(values);
  for (let i = step; i < sums.length; i++) sums[i] = (sums[i] as number) + (sums[i - step] as number);
  return sums;
}

function sumOf(sums: Float64Array, step: number, first: number, last: number): number {
  return (sums[last] as number) - (first >= step ? (sums[first - step] as number) : 0);
}

function coverageOf(counts: Float64Array): Omit<Coverage, 'shared'> {
  let sum = 0;
  for (const count of counts) sum += count;
  const taps = sum / counts.length;
  if (!(taps > 0) || counts.every((count) => Math.abs(count - taps) < 1e-9 * taps)) return { taps, profile: undefined };
  return { taps, profile: Array.from(counts, (count) => count / taps) };
}

/** One spatial axis of a filter: which places of the bottom each place of the top sees. */
import type { Profile } from '../net/signal';

export interface Axis {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
  readonly dilation: number;
  /** Sizes of bottom and top; null if not known. */
  readonly input: number | null;
  readonly output: number | null;
  /** Deconvolution: each place of the bottom spreads over the top. */
  readonly reversed: boolean;
}

export interface Coverage {
  /** Taps that fall on the bottom, weighted by its profile, averaged over the top's places. */
  readonly taps: number;
  /** How they vary along the axis, with mean 1. */
  readonly profile: Profile;
  /** Taps that two places far from each other both have, on average: fewer, since each border cuts off others. */
  readonly shared: number;
}

/** From bottom to top. */
export function forwardCoverage(axis: Axis, profile: Profile): Coverage {
  return isPlain(axis) ? { taps: 1, profile, shared: 1 } : kept(axis, profile, 'forward', coverForward);
}

/** From top to bottom, as a gradient goes; the taps are averaged over the bottom's places. */
export function backwardCoverage(axis: Axis, profile: Profile): Coverage {
  return isPlain(axis) ? { taps: 1, profile, shared: 1 } : kept(axis, profile, 'back', coverBackward);
}

/** Each place of the top sees one of the bottom. */
function isPlain({ kernel, stride, pad }: Axis): boolean {
  return kernel === 1 && stride === 1 && pad === 0;
}

/** Of axes without a profile, which come again and again in a net; forgotten when there are too many. */
const coverages = new Map<string, Coverage>();
const mostKept = 500;

function kept(axis: Axis, profile: Profile, way: string, cover: (axis: Axis, profile: Profile) => Coverage): Coverage {
  if (profile) return cover(axis, profile);
  const { kernel, stride, pad, dilation, input, output, reversed } = axis;
  const key = [way, kernel, stride, pad, dilation, input, output, reversed].join();
  let found = coverages.get(key);
  if (found) return found;
  found = cover(axis, profile);
  if (coverages.size >= mostKept) coverages.clear();
  coverages.set(key, found);
  return found;
}

function coverForward(axis: Axis, profile: Profile): Coverage {
  const { input, output, kernel, stride } = axis;
  if (input === null || output === null || output <= 0)
    return {
      taps: axis.reversed ? kernel / stride : kernel,
      profile: undefined,
      shared: axis.reversed ? kernel / stride ** 2 : kernel,
    };
  const counts = new Float64Array(output);
  const ofTap = new Float64Array(kernel);
  eachTap(axis, input, output, (from, to, k) => {
    counts[to] = (counts[to] as number) + (profile?.[from] ?? 1);
    ofTap[k] = (ofTap[k] as number) + Math.sqrt(profile?.[from] ?? 1) / output;
  });
  return { ...coverageOf(counts), shared: ofTap.reduce((sum, share) => sum + share * share, 0) };
}

function coverBackward(axis: Axis, profile: Profile): Coverage {
  const { input, output, kernel, stride } = axis;
  if (input === null || output === null || input <= 0)
    return { taps: axis.reversed ? kernel : kernel / stride, profile: undefined, shared: 0 };
  const counts = new Float64Array(input);
  eachTap(axis, input, output, (from, to) => (counts[from] = (counts[from] as number) + (profile?.[to] ?? 1)));
  return { ...coverageOf(counts), shared: 0 };
}

function eachTap(
  { kernel, stride, pad, dilation, reversed }: Axis,
  input: number,
  output: number,
  tap: (from: number, to: number, k: number) => void,
): void {
  const [narrow, wide] = reversed ? [input, output] : [output, input];
  for (let i = 0; i < narrow; i++) {
    for (let k = 0; k < kernel; k++) {
      const place = i * stride - pad + k * dilation;
      if (place < 0 || place >= wide) continue;
      if (reversed) tap(i, place, k);
      else tap(place, i, k);
    }
  }
}

export interface TapRun {
  /** Of the top's places. */
  readonly share: number;
  /** Taps from `from` up to `to` fall on the bottom. */
  readonly from: number;
  readonly to: number;
}

/** The top's places by which taps of a filter fall on the bottom; undefined where sizes are not known. */
export function tapRuns({ kernel, stride, pad, dilation, input, output }: Axis): readonly TapRun[] | undefined {
  if (input === null || output === null || output <= 0) return undefined;
  const found = new Map<string, TapRun>();
  for (let i = 0; i < output; i++) {
    const start = i * stride - pad;
    const from = Math.min(kernel, Math.max(0, Math.ceil(-start / dilation)));
    const to = Math.max(from, Math.min(kernel, Math.ceil((input - start) / dilation)));
    const key = `${from} ${to}`;
    found.set(key, { share: (found.get(key)?.share ?? 0) + 1 / output, from, to });
  }
  return [...found.values()];
}

function coverageOf(counts: Float64Array): Omit<Coverage, 'shared'> {
  let sum = 0;
  for (const count of counts) sum += count;
  const taps = sum / counts.length;
  if (!(taps > 0) || counts.every((count) => Math.abs(count - taps) < 1e-9 * taps)) return { taps, profile: undefined };
  return { taps, profile: Array.from(counts, (count) => count / taps) };
}

/** Places of the bottom that the top's place i sees far from all borders, with the kernel's value there. */
export function tapsAt(
  { kernel, stride, dilation, reversed }: Axis,
  i: number,
  values: (k: number) => number,
): readonly (readonly [place: number, value: number])[] {
  const taps: [number, number][] = [];
  for (let k = 0; k < kernel; k++) {
    const place = reversed ? (i - k * dilation) / stride : i * stride + k * dilation;
    if (Number.isInteger(place)) taps.push([place, values(k)]);
  }
  return taps;
}

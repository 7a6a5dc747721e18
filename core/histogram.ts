/**
 * How values are distributed, small enough to keep for every layer of a net: in equal bins for an axis of values, and in
 * half octaves for an axis of magnitudes. Which layers are shown together, and so the scale, is known only later; each
 * histogram therefore has bins of its own that suit its values, and is drawn on any scale as it is.
 */

/** Neither has zeros, of which a rectifier makes so many that they would hide all other values. */
export interface Histogram {
  /** How many values were looked at: all, or a part that is spread over all of very many. */
  readonly counted: number;
  readonly linear: LinearBins;
  readonly magnitudes: MagnitudeBins;
}

/**
 * They reach as far as the values, but no further than 99.9 % of them do, rounded up to a half octave: a few large values
 * don't leave one bin for all others.
 */
export interface LinearBins {
  readonly from: number;
  readonly to: number;
  /** Empty where all values are the same. */
  readonly counts: readonly number[];
  readonly below: number;
  readonly above: number;
}

/** Of |value|: bin i is [`magnitudeEdge(first + i)`, `magnitudeEdge(first + i + 1)`). */
export interface MagnitudeBins {
  readonly first: number;
  readonly counts: readonly number[];
  /** Values below the first bin. */
  readonly below: number;
}

export const linearBins = 120;
/** 32 octaves: 9.6 orders of magnitude below the largest value. */
export const magnitudeBins = 64;
/** More values, such as the weights of a large layer, have the same shape in so many of them. */
export const mostCounted = 1 << 21;
const within = 0.999;

/** `min` and `max`: of the values that are numbers. Values that are infinite or not a number are in no bin. */
export function histogramOf(values: Float32Array, min: number, max: number): Histogram {
  // Odd, so that it does not step from one channel or row to the same place of the next.
  const stride = values.length > mostCounted ? Math.ceil(values.length / mostCounted) | 1 : 1;
  const halves = halfOctaves(values, stride);
  const reach = reachOf(halves);
  return {
    counted: Math.ceil(values.length / stride),
    linear: linearOf(values, stride, Math.max(min, -reach), Math.min(max, reach)),
    magnitudes: magnitudesOf(halves),
  };
}

/** The bins of infinities and of values that are not a number are 510 and 511. */
const finite = 510;

/** How many values each half octave has: the exponent of a float32 and the first bit of its fraction are its number. */
function halfOctaves(values: Float32Array, stride: number): Float64Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const counts = new Float64Array(finite + 2);
  let zeros = 0;
  for (let i = 0; i < bits.length; i += stride) {
    const magnitude = (bits[i] as number) & 0x7fffffff;
    if (magnitude === 0) zeros++;
    const bin = magnitude >>> 22;
    counts[bin] = (counts[bin] as number) + 1;
  }
  counts[0] = (counts[0] as number) - zeros;
  return counts.subarray(0, finite);
}

/** Lower edge of a half octave: 2^k or 1.5 · 2^k. */
export function magnitudeEdge(bin: number): number {
  return bin < 2 ? bin * 2 ** -127 : 2 ** ((bin >> 1) - 127) * (bin % 2 === 0 ? 1 : 1.5);
}

function reachOf(halves: Float64Array): number {
  let rest = (1 - within) * halves.reduce((sum, count) => sum + count, 0);
  let bin = halves.length - 1;
  while (bin >= 0 && (halves[bin] as number) <= rest) rest -= halves[bin--] as number;
  return magnitudeEdge(bin + 1);
}

function linearOf(values: Float32Array, stride: number, from: number, to: number): LinearBins {
  if (!(from < to)) {
    const only = Number.isFinite(from) ? from : 0;
    return { from: only, to: only, counts: [], below: 0, above: 0 };
  }
  const counts = new Float64Array(linearBins + 1);
  const perBin = linearBins / (to - from);
  let [below, above] = [0, 0];
  for (let i = 0; i < values.length; i += stride) {
    const value = values[i] as number;
    if (value >= from && value <= to) {
      if (value === 0) continue;
      const bin = ((value - from) * perBin) | 0;
      counts[bin] = (counts[bin] as number) + 1;
    } else if (value < from && value > -Infinity) below++;
    else if (value > to && value < Infinity) above++;
  }
  // The largest value is on the upper edge.
  counts[linearBins - 1] = (counts[linearBins - 1] as number) + (counts[linearBins] as number);
  return { from, to, counts: [...counts.subarray(0, linearBins)], below, above };
}

function magnitudesOf(halves: Float64Array): MagnitudeBins {
  const last = halves.findLastIndex((count) => count > 0);
  if (last < 0) return { first: 0, counts: [], below: 0 };
  const start = Math.max(0, last - magnitudeBins + 1);
  const first = halves.findIndex((count, bin) => bin >= start && count > 0);
  const below = halves.subarray(0, first).reduce((sum, count) => sum + count, 0);
  return { first, counts: [...halves.subarray(first, last + 1)], below };
}

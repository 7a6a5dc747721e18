/** What values are like: their moments and extremes, and how many lie where. In double precision, one pass each. */

export interface Statistics {
  readonly count: number;
  readonly mean: number;
  /** Standard deviation of the values themselves (divided by their number). */
  readonly std: number;
  readonly min: number;
  readonly max: number;
  /** Share of values that are 0 or −0, from 0 to 1. */
  readonly zeros: number;
}

export const statisticNames = ['mean', 'std', 'min', 'max', 'zeros'] as const;

/** All 0 for no values. */
export function statisticsOf(values: Float32Array): Statistics {
  const count = values.length;
  if (count === 0) return { count, mean: 0, std: 0, min: 0, max: 0, zeros: 0 };
  // Sums about the first value, so that a constant far from 0 has a standard deviation of exactly 0.
  const origin = values[0] as number;
  let sum = 0;
  let squares = 0;
  let min = origin;
  let max = origin;
  let zeros = 0;
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
    const offset = value - origin;
    sum += offset;
    squares += offset * offset;
    if (value < min) min = value;
    if (value > max) max = value;
    if (value === 0) zeros++;
  }
  const offset = sum / count;
  return { count, mean: origin + offset, std: Math.sqrt(Math.max(0, squares / count - offset * offset)), min, max, zeros: zeros / count };
}

export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly counts: Uint32Array;
}

/** `nBins` bins of equal width; a value at `to` falls into the last, values outside into none. `skip` leaves exact zeros out. */
export function histogram(values: Float32Array, from: number, to: number, nBins: number, zeros: 'count' | 'skip' = 'count'): Bins {
  const counts = new Uint32Array(nBins);
  const scale = nBins / (to - from);
  const skip = zeros === 'skip';
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < from || value > to || (skip && value === 0)) continue;
    const bin = Math.min(nBins - 1, Math.trunc((value - from) * scale));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { from, to, counts };
}

/** Summary statistics of a blob's values. */
import type { Histogram } from '#core/histogram';
import { shortestFloat32 } from '#core/numbers';
import { histogramOf } from './histogram';
import { sumsOf } from './measure';

export interface Reduced {
  readonly n: number;
  readonly mean: number;
  /** Mean of the squares. */
  readonly m2: number;
  readonly min: number;
  readonly max: number;
  /** Up to 16 values, at the indices ⌊i · (n − 1) / 15⌋; all values if there are fewer. */
  readonly at: readonly number[];
  /** How many of them are exactly 0. */
  readonly zeros: number;
  readonly histogram: Histogram;
}

/** Units of a blob N×C×…: its channels, or the outputs of an InnerProduct. */
export interface Units {
  readonly count: number;
  /** Those that are 0 at every position in every item of the batch. */
  readonly silent: number;
  /** Values of each. */
  readonly size: number;
}

const places = 16;

/** If there are no values, `n` is 0 and the other numbers have no meaning. */
export function reduced(values: Float32Array): Reduced {
  const n = values.length;
  const sums = sumsOf(values);
  const { sum, squares, min, max, zeros } = sums;
  const at = Array.from(
    { length: Math.min(places, n) },
    (_, i) => values[n <= places ? i : Math.floor((i * (n - 1)) / (places - 1))] ?? NaN,
  );
  return {
    n,
    mean: n === 0 ? 0 : sum / n,
    m2: n === 0 ? 0 : squares / n,
    min: n === 0 ? 0 : min,
    max: n === 0 ? 0 : max,
    at,
    zeros,
    histogram: histogramOf(values, sums),
  };
}

/** Null for a blob without an axis of units. */
export function unitsOf(values: Float32Array, [items = 0, count = 0, ...rest]: readonly number[]): Units | null {
  const positions = rest.reduce((product, dim) => product * dim, 1);
  const size = items * positions;
  if (count === 0 || size * count !== values.length || size === 0) return null;
  let silent = 0;
  for (let unit = 0; unit < count; unit++) {
    let isSilent = true;
    for (let item = 0; isSilent && item < items; item++) {
      const start = (item * count + unit) * positions;
      for (let i = start; isSilent && i < start + positions; i++) isSilent = values[i] === 0;
    }
    if (isSilent) silent++;
  }
  return { count, silent, size };
}

/** How many values are outside of the range. */
export function outside(values: Float32Array, [low, high]: readonly [low: number, high: number]): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low || value > high) count++;
  }
  return count;
}

/** As a float32, or the name of what JSON has no number for. */
export function plainNumber(value: number): number | 'nan' | 'inf' | '-inf' {
  if (Number.isNaN(value)) return 'nan';
  const float = shortestFloat32(value);
  return Number.isFinite(float) ? float : float > 0 ? 'inf' : '-inf';
}

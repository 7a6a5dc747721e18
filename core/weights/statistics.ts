/** Statistics of values: moments, extremes and a histogram. In double precision, one pass each. */

export interface Statistics {
  readonly count: number;
  readonly mean: number;
  /** Standard deviation of the values themselves (the divisor is their number). */
  readonly std: number;
  readonly min: number;
  readonly max: number;
  /** Fraction of values that are 0 or −0, from 0 to 1. */
  readonly zeros: number;
}

export const statisticNames = ['mean', 'std', 'min', 'max', 'zeros'] as const;

/** All 0 for no values. */
export function statisticsOf(values: Float32Array): Statistics {
  const tally = statisticsTally();
  tally.add(values);
  return tally.result();
}

/** Accumulates values that arrive in parts. */
export interface Tally<Result> {
  readonly add: (part: Float32Array) => void;
  readonly result: () => Result;
}

/** `measure` computes the sums of each part. */
export function statisticsTally(measure: (part: Float32Array, origin: number) => Sums = sumsOf): Tally<Statistics> {
  // Sums relative to the first value, so that a constant far from 0 has a standard deviation of exactly 0.
  let origin = 0;
  let total: Sums = { count: 0, sum: 0, squares: 0, min: Infinity, max: -Infinity, zeros: 0 };
  return {
    add: (part) => {
      if (total.count === 0) origin = part[0] ?? 0;
      const { count, sum, squares, min, max, zeros } = measure(part, origin);
      total = {
        count: total.count + count,
        sum: total.sum + sum,
        squares: total.squares + squares,
        min: Math.min(total.min, min),
        max: Math.max(total.max, max),
        zeros: total.zeros + zeros,
      };
    },
    result: () => {
      const { count, sum, squares, min, max, zeros } = total;
      if (count === 0) return { count, mean: 0, std: 0, min: 0, max: 0, zeros: 0 };
      const offset = sum / count;
      return {
        count,
        mean: origin + offset,
        std: Math.sqrt(Math.max(0, squares / count - offset * offset)),
        min,
        max,
        zeros: zeros / count,
      };
    },
  };
}

export interface Sums {
  readonly count: number;
  /** Of the values minus the origin, and of their squares. */
  readonly sum: number;
  readonly squares: number;
  readonly min: number;
  readonly max: number;
  /** Number of values that are 0. */
  readonly zeros: number;
}

/** Four independent sums, so that additions don't wait for each other. */
function sumsOf(part: Float32Array, origin: number): Sums {
  let [sumA, sumB, squaresA, squaresB] = [0, 0, 0, 0];
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < part.length; i += 2) {
    const a = part[i] as number;
    // The last of an odd number counts once.
    const b = i + 1 < part.length ? (part[i + 1] as number) : origin;
    const x = a - origin;
    const y = b - origin;
    sumA += x;
    sumB += y;
    squaresA += x * x;
    squaresB += y * y;
    min = Math.min(min, a, b);
    max = Math.max(max, a, b);
  }
  return { count: part.length, sum: sumA + sumB, squares: squaresA + squaresB, min, max, zeros: zerosIn(part) };
}

/**
 * Number of values that are 0 or −0: all bits but the sign are 0. Comparing the numbers themselves takes five times as
 * long.
 */
function zerosIn(part: Float32Array): number {
  const bits = new Int32Array(part.buffer, part.byteOffset, part.length);
  let zeros = 0;
  for (let i = 0; i < bits.length; i++) if ((bits[i] as number) << 1 === 0) zeros++;
  return zeros;
}

export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly counts: Uint32Array;
}

export function histogram(
  values: Float32Array,
  from: number,
  to: number,
  nBins: number,
  zeros: 'count' | 'skip' = 'count',
): Bins {
  const tally = histogramTally(from, to, nBins, zeros);
  tally.add(values);
  return tally.result();
}

/**
 * `nBins` bins of equal width; a value at `to` counts in the last, values outside in none. `skip` leaves exact zeros
 * out.
 */
export function histogramTally(from: number, to: number, nBins: number, zeros: 'count' | 'skip'): Tally<Bins> {
  // One more for values exactly at `to`.
  const found = new Uint32Array(nBins + 1);
  const scale = nBins / (to - from);
  let skipped = 0;
  return {
    add: (part) => {
      for (let i = 0; i < part.length; i++) {
        const place = ((part[i] as number) - from) * scale;
        if (place >= 0 && place <= nBins) found[place | 0] = (found[place | 0] as number) + 1;
      }
      if (zeros === 'skip') skipped += zerosIn(part);
    },
    result: () => binsOf(found, { from, to }, skipped),
  };
}

/** `found` has one more entry at its end, for values exactly at `to`; `skipped` is the number of zeros left out. */
export function binsOf(found: Uint32Array, { from, to }: Pick<Bins, 'from' | 'to'>, skipped: number): Bins {
  const nBins = found.length - 1;
  const counts = found.slice(0, nBins);
  counts[nBins - 1] = (counts[nBins - 1] as number) + (found[nBins] as number);
  const zero = Math.min(nBins - 1, Math.floor(-from * (nBins / (to - from))));
  if (from <= 0 && to >= 0) counts[zero] = (counts[zero] as number) - skipped;
  return { from, to, counts };
}

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
  const tally = statisticsTally();
  tally.add(values);
  return tally.result();
}

/** For values that come in parts. */
export interface Tally<Result> {
  readonly add: (part: Float32Array) => void;
  readonly result: () => Result;
}

export function statisticsTally(): Tally<Statistics> {
  // Sums about the first value, so that a constant far from 0 has a standard deviation of exactly 0.
  let origin = 0;
  let count = 0;
  let sum = 0;
  let squares = 0;
  let min = Infinity;
  let max = -Infinity;
  let zeros = 0;
  return {
    add: (part) => {
      if (count === 0) origin = part[0] ?? 0;
      const from = origin;
      let [own, ownSquares, low, high, ownZeros] = [0, 0, min, max, 0];
      for (let i = 0; i < part.length; i++) {
        const value = part[i] as number;
        const offset = value - from;
        own += offset;
        ownSquares += offset * offset;
        if (value < low) low = value;
        if (value > high) high = value;
        if (value === 0) ownZeros++;
      }
      count += part.length;
      sum += own;
      squares += ownSquares;
      zeros += ownZeros;
      [min, max] = [low, high];
    },
    result: () => {
      if (count === 0) return { count, mean: 0, std: 0, min: 0, max: 0, zeros: 0 };
      const offset = sum / count;
      return { count, mean: origin + offset, std: Math.sqrt(Math.max(0, squares / count - offset * offset)), min, max, zeros: zeros / count };
    },
  };
}

export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly counts: Uint32Array;
}

export function histogram(values: Float32Array, from: number, to: number, nBins: number, zeros: 'count' | 'skip' = 'count'): Bins {
  const tally = histogramTally(from, to, nBins, zeros);
  tally.add(values);
  return tally.result();
}

/** `nBins` bins of equal width; a value at `to` falls into the last, values outside into none. `skip` leaves exact zeros out. */
export function histogramTally(from: number, to: number, nBins: number, zeros: 'count' | 'skip'): Tally<Bins> {
  const counts = new Uint32Array(nBins);
  const scale = nBins / (to - from);
  const skip = zeros === 'skip';
  return {
    add: (part) => {
      for (let i = 0; i < part.length; i++) {
        const value = part[i] as number;
        if (value < from || value > to || (skip && value === 0)) continue;
        const bin = Math.min(nBins - 1, Math.trunc((value - from) * scale));
        counts[bin] = (counts[bin] as number) + 1;
      }
    },
    result: () => ({ from, to, counts }),
  };
}

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

/** Lower edge of a half octave: 2^k or 1.5 · 2^k. */
export function magnitudeEdge(bin: number): number {
  return bin < 2 ? bin * 2 ** -127 : 2 ** ((bin >> 1) - 127) * (bin % 2 === 0 ? 1 : 1.5);
}

/**
 * The sum of the squares of float32 values as OpenBLAS computes it on a processor with AVX-512 (`sdot` of a vector with
 * itself): 64 values in parallel with fused multiply–add; a remainder of 32 in half as many lanes, after folding the
 * sums; up to 31 last values in double. Other processors and libraries differ in the last bit.
 */
const { fround } = Math;
const wide = 64;
const narrow = 32;

/** For one row after the other. */
export interface RowSum {
  readonly add: (part: Float32Array) => void;
  /** Returns the sum over the row, and starts the next one. */
  readonly result: () => number;
}

/** All parts of a row but the last must have a multiple of 64 values. */
export function squareSum(): RowSum {
  const lanes = new Float32Array(wide);
  const halves = new Float32Array(narrow);
  let rest = new Float32Array();
  let used = false;
  return {
    add: (part) => {
      const end = part.length - (part.length % wide);
      used ||= end > 0;
      for (let i = 0; i < end; i += wide) addSquares(lanes, part, i);
      rest = part.slice(end);
    },
    result: () => {
      const takesHalf = rest.length >= narrow;
      let vectors = 0;
      if (used || takesHalf) {
        // Each vector of 16 sums is folded to 8.
        for (let i = 0; i < narrow; i++) {
          const at = 16 * (i >> 3) + (i & 7);
          halves[i] = (lanes[at] as number) + (lanes[at + 8] as number);
        }
        if (takesHalf) addSquares(halves, rest, 0);
        vectors = acrossOf(halves);
      }
      let sum = 0;
      for (let i = takesHalf ? narrow : 0; i < rest.length; i++) sum += fround((rest[i] as number) ** 2);
      lanes.fill(0);
      rest = new Float32Array();
      used = false;
      return fround(sum + vectors);
    },
  };
}

/**
 * Rounding the sum to double and then to float32 equals a single rounding, unless a square is over 2²⁹ times the sum
 * that it is added to.
 */
function addSquares(sums: Float32Array, values: Float32Array, from: number): void {
  for (let lane = 0; lane < sums.length; lane++) {
    const value = values[from + lane] as number;
    sums[lane] = value * value + (sums[lane] as number);
  }
}

/** Adds up four vectors of 8, then their halves, then neighbours. */
function acrossOf(sums: Float32Array): number {
  const lane = (i: number): number => {
    const [a, b, c, d] = [0, 8, 16, 24].map((vector) => sums[vector + i] as number) as [number, number, number, number];
    return fround(fround(fround(a + b) + c) + d);
  };
  const four = [0, 1, 2, 3].map((i) => fround(lane(i) + lane(i + 4))) as [number, number, number, number];
  return fround(fround(four[0] + four[1]) + fround(four[2] + four[3]));
}

/**
 * Sums and bins of the values in the chunk, for `run/measure.ts`. The host clears the counters.
 */
import {
  aboveAt, belowAt, binsAt, chunkAt, maximaAt, minimaAt, moreBinsAt, mostBins, squaresAt, sumsAt, zerosAt,
} from './layout';

/** Sums of the values and of their squares in double, extremes of those that are numbers, and zeros. */
export function sum(count: i32): void {
  const end = <usize>chunkAt + (<usize>count << 2);
  let sums = v128.load(sumsAt);
  let squares = v128.load(squaresAt);
  let minima = v128.load(minimaAt);
  let maxima = v128.load(maximaAt);
  let zeros = v128.load(zerosAt);
  let otherSums = f64x2.splat(0);
  let otherSquares = f64x2.splat(0);
  let at: usize = chunkAt;
  for (; at + 16 <= end; at += 16) {
    const values = v128.load(at);
    // The second operand only where it is less or greater, so never if it is not a number.
    minima = f32x4.pmin(minima, values);
    maxima = f32x4.pmax(maxima, values);
    zeros = i32x4.sub(zeros, i32x4.eq(i32x4.shl(values, 1), i32x4.splat(0)));
    const first = f64x2.promote_low_f32x4(values);
    const second = f64x2.promote_low_f32x4(v128.shuffle<u64>(values, values, 1, 0));
    sums = f64x2.add(sums, first);
    otherSums = f64x2.add(otherSums, second);
    squares = f64x2.add(squares, f64x2.mul(first, first));
    otherSquares = f64x2.add(otherSquares, f64x2.mul(second, second));
  }
  for (; at < end; at += 4) {
    const value = load<f32>(at);
    const wide = f64x2.replace_lane(f64x2.splat(0), 0, <f64>value);
    minima = f32x4.pmin(minima, f32x4.splat(value));
    maxima = f32x4.pmax(maxima, f32x4.splat(value));
    if (value === 0) zeros = i32x4.add(zeros, i32x4.replace_lane(i32x4.splat(0), 0, 1));
    sums = f64x2.add(sums, wide);
    squares = f64x2.add(squares, f64x2.mul(wide, wide));
  }
  v128.store(sumsAt, f64x2.add(sums, otherSums));
  v128.store(squaresAt, f64x2.add(squares, otherSquares));
  v128.store(minimaAt, minima);
  v128.store(maximaAt, maxima);
  v128.store(zerosAt, zeros);
}

/** How many values each half octave has: its number is the exponent of a float32 and the first bit of the fraction. */
export function countOctaves(count: i32): void {
  const end = <usize>chunkAt + (<usize>count << 2);
  let table: usize = binsAt;
  for (let at: usize = chunkAt; at < end; at += 4) {
    increment(table, (load<u32>(at) << 1) >> 23);
    table = otherTable(table);
  }
}

/**
 * Equal bins from `from` to `to`, `perUnit` of them per unit, for values other than 0; one more for values exactly at `to`.
 * What is infinite or not a number is in none, and neither below nor above.
 */
export function bin(count: i32, from: f64, to: f64, perUnit: f64): void {
  const end = <usize>chunkAt + (<usize>count << 2);
  let table: usize = binsAt;
  for (let at: usize = chunkAt; at < end; at += 4) {
    const value = <f64>load<f32>(at);
    if (value >= from && value <= to) {
      // Not a branch: rectified values would be predicted wrong half of the time.
      increment(table, select<i32>(mostBins, <i32>((value - from) * perUnit), value === 0));
      table = otherTable(table);
    } else if (value < from && value > -Infinity) increment(belowAt, 0);
    else if (value > to && value < Infinity) increment(aboveAt, 0);
  }
}

/** Neighbours are often in the same bin, whose counter would have to be written before it is read. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function otherTable(table: usize): usize {
  return table ^ (binsAt ^ moreBinsAt);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function increment(table: usize, bin: i32): void {
  const slot = table + (<usize>bin << 2);
  store<u32>(slot, load<u32>(slot) + 1);
}

/**
 * Statistics of the values in the chunk, equal to those of `core/weights/statistics.ts` addition for addition: sums of
 * every second value in double. The host clears the counters.
 */
import { binsAt, chunkAt, maximaAt, minimaAt, moreBinsAt, squaresAt, sumsAt, zerosAt } from './layout';

export function tally(count: i32, origin: f64, from: f64, scale: f64, bins: i32): void {
  const end = <usize>chunkAt + (<usize>count << 2);
  const origins = f64x2.splat(origin);
  const froms = f64x2.splat(from);
  const scales = f64x2.splat(scale);
  const most = <f64>bins;
  let sums = v128.load(sumsAt);
  let squares = v128.load(squaresAt);
  let minima = v128.load(minimaAt);
  let maxima = v128.load(maximaAt);
  let zeros = v128.load(zerosAt);
  let at: usize = chunkAt;
  for (; at + 16 <= end; at += 16) {
    const values = v128.load(at);
    minima = f32x4.min(minima, values);
    maxima = f32x4.max(maxima, values);
    zeros = i32x4.sub(zeros, i32x4.eq(i32x4.shl(values, 1), i32x4.splat(0)));
    const first = f64x2.promote_low_f32x4(values);
    const second = f64x2.promote_low_f32x4(v128.shuffle<u64>(values, values, 1, 0));
    const x = f64x2.sub(first, origins);
    const y = f64x2.sub(second, origins);
    sums = f64x2.add(f64x2.add(sums, x), y);
    squares = f64x2.add(f64x2.add(squares, f64x2.mul(x, x)), f64x2.mul(y, y));
    const places = f64x2.mul(f64x2.sub(first, froms), scales);
    const others = f64x2.mul(f64x2.sub(second, froms), scales);
    bin(f64x2.extract_lane(places, 0), most, binsAt);
    bin(f64x2.extract_lane(places, 1), most, moreBinsAt);
    bin(f64x2.extract_lane(others, 0), most, binsAt);
    bin(f64x2.extract_lane(others, 1), most, moreBinsAt);
  }
  for (let lane = 0; at < end; at += 4, lane ^= 1) {
    const value = load<f32>(at);
    const x = <f64>value - origin;
    const added = lane === 0 ? f64x2.replace_lane(f64x2.splat(0), 0, x) : f64x2.replace_lane(f64x2.splat(0), 1, x);
    sums = f64x2.add(sums, added);
    squares = f64x2.add(squares, f64x2.mul(added, added));
    minima = f32x4.min(minima, f32x4.splat(value));
    maxima = f32x4.max(maxima, f32x4.splat(value));
    if (value === 0) zeros = i32x4.add(zeros, i32x4.replace_lane(i32x4.splat(0), 0, 1));
    bin((<f64>value - from) * scale, most, binsAt);
  }
  v128.store(sumsAt, sums);
  v128.store(squaresAt, squares);
  v128.store(minimaAt, minima);
  v128.store(maximaAt, maxima);
  v128.store(zerosAt, zeros);
}

/** One more than there are bins, for values exactly at the upper end. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function bin(place: f64, most: f64, table: usize): void {
  if (!(place >= 0 && place <= most)) return;
  const slot = table + (<usize>(<i32>place) << 2);
  store<u32>(slot, load<u32>(slot) + 1);
}

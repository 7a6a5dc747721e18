/**
 * Caffe's generator and distributions in AssemblyScript, for WebAssembly with SIMD. They equal mt19937.ts, uniform.ts,
 * normal.ts, exponential.ts and bernoulli.ts word for word and rounding for rounding, and are explained there; here
 * `f32` rounds implicitly. Values are written to the chunk, which the host copies. `scripts/compile-engine.mjs`
 * compiles this file.
 */
import {
  bulgesAt, chunkAt, densitiesAt, edgesAt, exponentialDensitiesAt, exponentialEdgesAt, exponentialHeightsAt, exponentialWidthsAt,
  firstOutsideAt, heightsAt, powersAt, signedEdgesAt, stateAt, widthsAt, wordsAt,
} from './layout';

export { bin, countOctaves, sum } from './measure.as';
export { tally } from './tally.as';

const size: i32 = 624;
const shift: i32 = 397;
const matrix: u32 = 0x9908b0df;
const twoToMinus32: f32 = 2.3283064365386963e-10;
const twoToMinus24: f32 = 5.9604644775390625e-8;
const rejected: f32 = -1;

/** Index of the next word; `size` when the block is used up. */
let position: i32 = size;

export function getPosition(): i32 {
  return position;
}

/** Called after the host has written the state. */
export function resume(at: i32): void {
  for (let k = 0; k < size; k++) temper(k);
  position = at;
}

export function seed(value: u32): void {
  let previous = value;
  store<u32>(stateAt, previous);
  for (let i = 1; i < size; i++) {
    previous = 1812433253 * (previous ^ (previous >> 30)) + i;
    store<u32>(stateAt + (i << 2), previous);
  }
  position = size;
}

export function skip(words: i32): void {
  while (words > 0) {
    ensure();
    const taken = min(words, size - position);
    position += taken;
    words -= taken;
  }
}

/** Fills the chunk's first `count` values with U(low, bound), excluding the bound. */
export function uniform(count: i32, low: f32, bound: f32): void {
  const range: f32 = bound - low;
  const lows = f32x4.splat(low);
  const bounds = f32x4.splat(bound);
  const ranges = f32x4.splat(range);
  const scale = f32x4.splat(twoToMinus32);
  const end = <usize>chunkAt + (<usize>count << 2);
  let out: usize = chunkAt;
  while (out < end) {
    ensure();
    let word = <usize>wordsAt + (<usize>position << 2);
    const lastWord: usize = wordsAt + (size << 2);
    while (word + 16 <= lastWord && out + 16 <= end) {
      const values = f32x4.add(f32x4.mul(f32x4.mul(f32x4.convert_i32x4_u(v128.load(word)), scale), ranges), lows);
      if (v128.any_true(f32x4.ge(values, bounds))) break;
      v128.store(out, values);
      word += 16;
      out += 16;
    }
    // One by one: the rest of the block, or values after one that is drawn again.
    for (let i = 0; i < 4 && word < lastWord && out < end; i++) {
      const value: f32 = <f32>load<u32>(word) * twoToMinus32 * range + low;
      word += 4;
      if (value < bound) {
        store<f32>(out, value);
        out += 4;
      }
    }
    position = <i32>((word - wordsAt) >> 2);
  }
}

/** Fills the chunk's first `count` values with N(mean, sigma²). */
export function normal(count: i32, mean: f32, sigma: f32): void {
  const end = <usize>chunkAt + (<usize>count << 2);
  let out: usize = chunkAt;
  while (out < end) {
    ensure();
    let word = <usize>wordsAt + (<usize>position << 2);
    const lastWord = min<usize>(wordsAt + (size << 2), word + (end - out));
    let bits: u32 = 0;
    let place: u32 = 0;
    let outsideOfLayer = false;
    while (word < lastWord) {
      const drawn = load<u32>(word);
      bits = drawn & 255;
      place = drawn >> 8;
      word += 4;
      if (<i32>place >= load<i32>(firstOutsideAt + (bits << 2))) {
        outsideOfLayer = true;
        break;
      }
      store<f32>(out, <f32>place * load<f32>(signedEdgesAt + (bits << 2)) * sigma + mean);
      out += 4;
    }
    position = <i32>((word - wordsAt) >> 2);
    if (!outsideOfLayer) continue;
    const layer = <i32>(bits >> 1);
    const x = outside(layer, <f32>place * twoToMinus24 * entry(edgesAt, layer));
    if (x === rejected) continue;
    store<f32>(out, ((bits & 1) != 0 ? x : -x) * sigma + mean);
    out += 4;
  }
}

/** Multiplies the chunk's first `count` values by 1 where a word is at most `limit`, by 0 elsewhere. */
export function thinOut(count: i32, limit: f32): void {
  const limits = f32x4.splat(limit);
  const ones = f32x4.splat(1);
  const end = <usize>chunkAt + (<usize>count << 2);
  let out: usize = chunkAt;
  while (out < end) {
    ensure();
    let word = <usize>wordsAt + (<usize>position << 2);
    const lastWord: usize = wordsAt + (size << 2);
    while (word + 16 <= lastWord && out + 16 <= end) {
      const kept = f32x4.le(f32x4.convert_i32x4_u(v128.load(word)), limits);
      v128.store(out, f32x4.mul(v128.load(out), v128.and(kept, ones)));
      word += 16;
      out += 16;
    }
    for (let i = 0; i < 4 && word < lastWord && out < end; i++) {
      if (!(<f32>load<u32>(word) <= limit)) store<f32>(out, load<f32>(out) * 0);
      word += 4;
      out += 4;
    }
    position = <i32>((word - wordsAt) >> 2);
  }
}

function ensure(): void {
  if (position >= size) refill();
}

function next(): u32 {
  ensure();
  return load<u32>(wordsAt + (position++ << 2));
}

/** Four words at a time; the few at the boundaries of the block one by one. */
function refill(): void {
  let k: usize = 0;
  for (; k < 896; k += 16) twistFour(k, k + (shift << 2));
  for (let i = 224; i < size - shift; i++) twist(i, i + 1, i + shift);
  for (k = (size - shift) << 2; k < 2492; k += 16) twistFour(k, k - ((size - shift) << 2));
  twist(size - 1, 0, shift - 1);
  position = 0;
}

function twistFour(at: usize, far: usize): void {
  const current = v128.and(v128.load(at), i32x4.splat(0x80000000));
  const y = v128.or(current, v128.and(v128.load(at, 4), i32x4.splat(0x7fffffff)));
  const odd = i32x4.neg(v128.and(y, i32x4.splat(1)));
  let z = v128.xor(v128.xor(v128.load(far), i32x4.shr_u(y, 1)), v128.and(odd, i32x4.splat(matrix)));
  v128.store(at, z);
  z = v128.xor(z, i32x4.shr_u(z, 11));
  z = v128.xor(z, v128.and(i32x4.shl(z, 7), i32x4.splat(0x9d2c5680)));
  z = v128.xor(z, v128.and(i32x4.shl(z, 15), i32x4.splat(0xefc60000)));
  v128.store(at, v128.xor(z, i32x4.shr_u(z, 18)), wordsAt);
}

function twist(at: i32, following: i32, far: i32): void {
  const y = (load<u32>(stateAt + (at << 2)) & 0x80000000) | (load<u32>(stateAt + (following << 2)) & 0x7fffffff);
  store<u32>(stateAt + (at << 2), load<u32>(stateAt + (far << 2)) ^ (y >> 1) ^ ((0 - (y & 1)) & matrix));
  temper(at);
}

function temper(at: i32): void {
  let y = load<u32>(stateAt + (at << 2));
  y ^= y >> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  store<u32>(wordsAt + (at << 2), y ^ (y >> 18));
}

function unit(): f32 {
  let value: f32;
  do value = <f32>next() * twoToMinus32;
  while (!(value < 1));
  return value;
}

function outside(layer: i32, x: f32): f32 {
  if (layer === 0) return tail();
  const edge = entry(edgesAt, layer);
  const density = entry(densitiesAt, layer);
  const share = unit();
  const y: f32 = density + share * entry(heightsAt, layer);
  const gap: f32 = edge - x;
  const aboveChord: f32 = entry(widthsAt, layer) * share - gap;
  const aboveTangent: f32 = y - (density + gap * density * edge);
  const bulging = load<u8>(bulgesAt + layer) != 0;
  const upper = bulging ? aboveChord : aboveTangent;
  const lower = bulging ? aboveTangent : aboveChord;
  if (upper >= 0) return rejected;
  return lower < 0 || y < expf(-(x * x / 2)) ? x : rejected;
}

function tail(): f32 {
  const edge = entry(edgesAt, 1);
  let x: f32;
  let y: f32;
  do {
    x = exponential() / edge;
    y = exponential();
  } while (!(y + y > x * x));
  return x + edge;
}

function exponential(): f32 {
  let passed: f32 = 0;
  let x: f32;
  let inside = false;
  do {
    const word = next();
    const layer = <i32>(word & 255);
    const edge = entry(exponentialEdgesAt, layer);
    const inner = entry(exponentialEdgesAt, layer + 1);
    x = <f32>(word >> 8) * twoToMinus24 * edge;
    if (x < inner) return passed + x;
    if (layer === 0) {
      passed += entry(exponentialEdgesAt, 1);
      continue;
    }
    const share = unit();
    const y: f32 = entry(exponentialDensitiesAt, layer) + share * entry(exponentialHeightsAt, layer);
    const aboveChord: f32 = entry(exponentialWidthsAt, layer) * share - (edge - x);
    if (aboveChord >= 0) continue;
    const density = entry(exponentialDensitiesAt, layer + 1);
    const aboveTangent: f32 = y - (density + (inner - x) * density);
    inside = aboveTangent < 0 || y < expf(-x);
  } while (!inside);
  return x + passed;
}

function expf(x: f32): f32 {
  const z: f64 = (32 / 0.6931471805599453) * <f64>x;
  const k: f64 = z + 6755399441055744 - 6755399441055744;
  const r: f64 = z - k;
  const cubic: f64 = (1.6938359250920212e-6 * r + 2.3459809789509004e-4) * (r * r) + (0.021660849396613134 * r + 1);
  const whole = <i32>k;
  const power = reinterpret<f64>((<i64>(whole >> 5) + 1023) << 52);
  return <f32>(cubic * load<f64>(powersAt + ((whole & 31) << 3)) * power);
}

function entry(table: usize, index: i32): f32 {
  return load<f32>(table + (<usize>index << 2));
}

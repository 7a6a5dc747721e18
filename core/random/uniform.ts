/** Boost's uniform_real_distribution in float32, as Caffe calls it (math_functions.cpp, caffe_rng_uniform). */
import { nextUp, twoToMinus32 } from './float32';
import type { Mt19937 } from './mt19937';

const { fround } = Math;

/**
 * Fills `out` with U(min, max). Caffe asks Boost for the half-open range up to the next float above `max`, so that
 * `max` itself can be drawn. A value that rounds up to that bound is discarded and drawn again: rare (3 of VGG-16's 138
 * million), but it shifts every later value. With min = max about half the draws are discarded.
 */
export function fillUniform(generator: Mt19937, out: Float32Array, min: number, max: number): void {
  const low = fround(min);
  const bound = nextUp(max);
  const range = fround(bound - low);
  const { words } = generator;
  let filled = 0;
  while (filled < out.length) {
    generator.ensure();
    let { position } = generator;
    for (; position < words.length && filled < out.length; position++) {
      // float(word) loses 8 bits; the product with 2⁻³² is exact.
      const value = fround(fround(fround(words[position] as number) * twoToMinus32 * range) + low);
      if (value < bound) out[filled++] = value;
    }
    generator.position = position;
  }
}

/** U[0, 1) in float32: a word that rounds up to 1 is drawn again. */
export function unit(generator: Mt19937): number {
  for (;;) {
    const value = fround(fround(generator.next()) * twoToMinus32);
    if (value < 1) return value;
  }
}

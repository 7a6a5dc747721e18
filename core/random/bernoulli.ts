/** Boost's Bernoulli in float32, as the gaussian filler's `sparse` uses it (math_functions.cpp, caffe_rng_bernoulli). */
import type { Mt19937 } from './mt19937';

const { fround } = Math;

/**
 * Keeps each value with probability `p` and multiplies the others by 0, which gives −0 for negative ones. A `p` of 0
 * draws nothing.
 */
export function thinOut(generator: Mt19937, values: Float32Array, p: number): void {
  const limit = fround(fround(p) * 4294967296);
  const draws = limit > 0;
  for (let i = 0; i < values.length; i++) {
    if (!(draws && fround(generator.next()) <= limit)) values[i] = (values[i] as number) * 0;
  }
}

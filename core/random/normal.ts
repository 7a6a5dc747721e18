/**
 * Boost's normal_distribution in float32 (1.64 and later), as Caffe calls it (math_functions.cpp, caffe_rng_gaussian):
 * a ziggurat of 128 layers; about 97 of 100 values take a single 32-bit word.
 */
import { exponential } from './exponential';
import { expf, twoToMinus24 } from './float32';
import type { Mt19937 } from './mt19937';
import { unit } from './uniform';
import { bulges, firstOutside, normalZiggurat, signedEdges } from './ziggurat';

const { fround } = Math;
const rejected = -1;
const { edges, densities, widths, heights } = normalZiggurat;

/**
 * Fills `out` with N(mean, std²). Bit 0 of a word is the sign, bits 1–7 the layer, the rest the position in the layer.
 */
export function fillNormal(generator: Mt19937, out: Float32Array, mean: number, std: number): void {
  const centre = fround(mean);
  const sigma = fround(std);
  const { words } = generator;
  let filled = 0;
  while (filled < out.length) {
    generator.ensure();
    let { position } = generator;
    while (position < words.length && filled < out.length) {
      const word = words[position++] as number;
      const bits = word & 255;
      const place = word >>> 8;
      if (place < (firstOutside[bits] as number)) {
        out[filled++] = fround(fround(fround(place * twoToMinus24 * (signedEdges[bits] as number)) * sigma) + centre);
        continue;
      }
      generator.position = position;
      const layer = bits >> 1;
      const x = outside(generator, layer, fround(place * twoToMinus24 * (edges[layer] as number)));
      if (x !== rejected) out[filled++] = fround(fround((bits & 1 ? x : -x) * sigma) + centre);
      position = generator.position;
    }
    generator.position = position;
  }
}

/** Between a layer's inner and outer edge, or in the tail: a value x ≥ 0, or `rejected`. */
function outside(generator: Mt19937, layer: number, x: number): number {
  if (layer === 0) return tail(generator);
  const edge = edges[layer] as number;
  const density = densities[layer] as number;
  const share = unit(generator);
  const y = fround(density + fround(share * (heights[layer] as number)));
  const gap = fround(edge - x);
  const aboveChord = fround(fround((widths[layer] as number) * share) - gap);
  const aboveTangent = fround(y - fround(density + fround(fround(gap * density) * edge)));
  const [upper, lower] = bulges[layer] ? [aboveChord, aboveTangent] : [aboveTangent, aboveChord];
  if (upper >= 0) return rejected;
  return lower < 0 || y < expf(-fround(fround(x * x) / 2)) ? x : rejected;
}

/** Beyond the last edge (Marsaglia 1964): draws pairs of exponentials until one is accepted. */
function tail(generator: Mt19937): number {
  const edge = edges[1] as number;
  for (;;) {
    const x = fround(exponential(generator) / edge);
    const y = exponential(generator);
    if (2 * y > fround(x * x)) return fround(x + edge);
  }
}

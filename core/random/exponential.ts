/**
 * Boost's unit exponential distribution by the ziggurat of Marsaglia and Tsang, 256 layers, in float32; used for the
 * tail of the normal distribution.
 */
import { expf, twoToMinus24 } from './float32';
import type { Mt19937 } from './mt19937';
import { unit } from './uniform';
import { exponentialZiggurat } from './ziggurat';

const { fround } = Math;
const { edges, densities, widths, heights } = exponentialZiggurat;

/** A value of Exp(1). One word gives the layer (low 8 bits) and the position in it (high 24). */
export function exponential(generator: Mt19937): number {
  let tail = 0;
  for (;;) {
    const word = generator.next();
    const layer = word & 255;
    const edge = edges[layer] as number;
    const inner = edges[layer + 1] as number;
    const x = fround((word >>> 8) * twoToMinus24 * edge);
    if (x < inner) return fround(tail + x);
    if (layer === 0) {
      // The tail of an exponential distribution is a shifted exponential distribution.
      tail = fround(tail + (edges[1] as number));
      continue;
    }
    const share = unit(generator);
    const y = fround((densities[layer] as number) + fround(share * (heights[layer] as number)));
    // Above the chord the value is rejected; below the tangent it is accepted; between them the density decides.
    const aboveChord = fround(fround((widths[layer] as number) * share) - fround(edge - x));
    if (aboveChord >= 0) continue;
    const density = densities[layer + 1] as number;
    const aboveTangent = fround(y - fround(density + fround(fround(inner - x) * density)));
    if (aboveTangent < 0 || y < expf(-x)) return fround(x + tail);
  }
}

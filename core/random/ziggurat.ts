/** The tables of Boost's ziggurats as used by its float32 code, for both engines. */
import { twoToMinus24 } from './float32';
import { exponentialDensities, exponentialEdges, normalDensities, normalEdges } from './ziggurat-tables';

const { fround } = Math;

export interface Ziggurat {
  /** Right edge of each layer, and of the one after the last. */
  readonly edges: Float32Array;
  /** The density at each edge. */
  readonly densities: Float32Array;
  /** From each layer's inner to its outer edge. */
  readonly widths: Float32Array;
  /** From the density at a layer's edge to that at the next. */
  readonly heights: Float32Array;
}

export const normalZiggurat = ziggurat(normalEdges, normalDensities);
export const exponentialZiggurat = ziggurat(exponentialEdges, exponentialDensities);

/** By layer: left of the inflection at x = 1 the density is above its chord, right of it below. */
export const bulges = Uint8Array.from(normalEdges.slice(0, -1), (edge) => (edge >= 1 ? 1 : 0));

/**
 * By bits 0–7 of a word (sign and layer): the signed float32 edge, and the first 24-bit position that is not certain to
 * be inside.
 */
export const signedEdges = Float32Array.from(
  { length: 2 * bulges.length },
  (_, bits) => (bits & 1 ? 1 : -1) * (normalZiggurat.edges[bits >> 1] as number),
);
export const firstOutside = Int32Array.from({ length: 2 * bulges.length }, (_, bits) => firstNotInside(bits >> 1));

/** Differences are computed from the doubles. */
function ziggurat(edges: readonly number[], densities: readonly number[]): Ziggurat {
  const between = (values: readonly number[], sign: 1 | -1): Float32Array =>
    Float32Array.from(values.slice(1), (next, i) => sign * (next - (values[i] as number)));
  return {
    edges: Float32Array.from(edges),
    densities: Float32Array.from(densities),
    widths: between(edges, -1),
    heights: between(densities, 1),
  };
}

/**
 * The smallest 24-bit position whose float32 x is not below the layer's inner edge, a double. By bisection, as x
 * increases with it.
 */
function firstNotInside(layer: number): number {
  const inner = normalEdges[layer + 1] as number;
  let low = 0;
  let high = 1 << 24;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (fround(middle * twoToMinus24 * (normalZiggurat.edges[layer] as number)) < inner) low = middle + 1;
    else high = middle;
  }
  return low;
}

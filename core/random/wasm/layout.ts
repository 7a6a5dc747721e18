/** Memory layout of the WebAssembly engine, in bytes; shared by the engine and its host. */

/** The generator's state, and its tempered words: 624 of 32 bits each. */
export const stateAt = 0;
export const wordsAt = 4096;
/** See `core/random/ziggurat.ts`. The signed edges are scaled by 2⁻²⁴, which is exact. */
export const signedEdgesAt = 8192;
export const firstOutsideAt = 9216;
export const edgesAt = 10240;
export const densitiesAt = 11264;
export const widthsAt = 12288;
export const heightsAt = 13312;
export const bulgesAt = 14336;
export const exponentialEdgesAt = 15360;
export const exponentialDensitiesAt = 16896;
export const exponentialWidthsAt = 18432;
export const exponentialHeightsAt = 19968;
/** See `expf`: 32 doubles. */
export const powersAt = 21504;
/** Output values: one chunk of float32. */
export const chunkAt = 65536;
export const chunkValues = 32768;
/**
 * See `tally`: two sums each of values minus the origin and of their squares in double, four extremes, four counts of
 * zeros.
 */
export const sumsAt = 24576;
export const squaresAt = 24592;
export const minimaAt = 24608;
export const maximaAt = 24624;
export const zerosAt = 24640;
/** See `bin`. */
export const belowAt = 24656;
export const aboveAt = 24660;
/**
 * Bins for every second value from the first and from the second on; each table has one more entry than there are bins.
 */
export const binsAt = 196608;
export const moreBinsAt = 212992;
export const mostBins = 4095;

/**
 * Sums and bins of values, in WebAssembly: JavaScript takes five times as long for the tens of millions of values of a run.
 * A host without it can't run a net either.
 */
import { lazy } from '#core/lazy';
import { wasmInstance } from '#core/random/wasm-engine';
import * as layout from '#core/random/wasm/layout';

export interface Sums {
  readonly sum: number;
  /** Of the squares. */
  readonly squares: number;
  /** Of the values that are numbers; Infinity and -Infinity if none is. */
  readonly min: number;
  readonly max: number;
  /** How many are 0 or −0. */
  readonly zeros: number;
}

export interface EqualBins {
  readonly counts: readonly number[];
  readonly below: number;
  readonly above: number;
}

const memory = lazy(() => {
  const wasm = wasmInstance();
  if (!wasm) throw new Error('WebAssembly with SIMD is not available');
  const { buffer } = wasm.memory;
  return {
    wasm,
    chunk: new Float32Array(buffer, layout.chunkAt, layout.chunkValues),
    sums: new Float64Array(buffer, layout.sumsAt, 2),
    squares: new Float64Array(buffer, layout.squaresAt, 2),
    minima: new Float32Array(buffer, layout.minimaAt, 4),
    maxima: new Float32Array(buffer, layout.maximaAt, 4),
    zeros: new Uint32Array(buffer, layout.zerosAt, 4),
    outside: new Uint32Array(buffer, layout.belowAt, 2),
    tables: [layout.binsAt, layout.moreBinsAt].map((at) => new Uint32Array(buffer, at, layout.mostBins + 1)),
  };
});

export function sumsOf(values: Float32Array): Sums {
  const { wasm, sums, squares, minima, maxima, zeros } = memory();
  for (const counted of [sums, squares, zeros]) counted.fill(0);
  minima.fill(Infinity);
  maxima.fill(-Infinity);
  inChunks(values, wasm.sum);
  const inAllLanes = (counted: Iterable<number>): number => [...counted].reduce((all, lane) => all + lane, 0);
  return {
    sum: inAllLanes(sums),
    squares: inAllLanes(squares),
    min: Math.min(...minima),
    max: Math.max(...maxima),
    zeros: inAllLanes(zeros),
  };
}

/** By the exponent of the float32 and the first bit of its fraction: 512 counts. */
export function octavesOf(values: Float32Array): Float64Array {
  const { wasm, tables } = memory();
  for (const table of tables) table.fill(0);
  inChunks(values, wasm.countOctaves);
  return Float64Array.from({ length: 512 }, (_, bin) => tables.reduce((all, table) => all + (table[bin] ?? 0), 0));
}

/**
 * Of values from `from` to `to`, without zeros. What is infinite or not a number is nowhere. `bins`: fewer than
 * `layout.mostBins`.
 */
export function equalBinsOf(values: Float32Array, from: number, to: number, bins: number): EqualBins {
  const { wasm, tables, outside } = memory();
  for (const counted of [...tables, outside]) counted.fill(0);
  const perUnit = bins / (to - from);
  inChunks(values, (count) => wasm.bin(count, from, to, perUnit));
  const inBin = (bin: number): number => tables.reduce((all, table) => all + (table[bin] ?? 0), 0);
  const counts = Array.from({ length: bins }, (_, bin) => inBin(bin));
  // The largest value is on the upper edge.
  counts[bins - 1] = (counts[bins - 1] ?? 0) + inBin(bins);
  const [below = 0, above = 0] = outside;
  return { counts, below, above };
}

function inChunks(values: Float32Array, run: (count: number) => void): void {
  const { chunk } = memory();
  for (let start = 0; start < values.length; start += chunk.length) {
    const part = values.subarray(start, start + chunk.length);
    chunk.set(part);
    run(part.length);
  }
}

/**
 * Statistics and histogram of values that arrive in parts: in WebAssembly where the host supports it, with the same
 * results to the bit.
 */
import { wasmInstance, type Exports } from '../random/wasm-engine';
import * as layout from '../random/wasm/layout';
import { binsOf, histogramTally, statisticsTally, type Statistics, type Sums, type Tally } from './statistics';

export interface Tallied {
  readonly statistics: Statistics;
  /** Values in each bin of the range. */
  readonly counts: Uint32Array<ArrayBuffer>;
}

export interface Binning {
  readonly from: number;
  readonly to: number;
  readonly bins: number;
  readonly zeros: 'count' | 'skip';
}

export function tallyOf(binning: Binning): Tally<Tallied> {
  const wasm = binning.bins <= layout.mostBins ? wasmInstance() : undefined;
  return wasm ? wasmTally(binning, wasm) : plainTally(binning);
}

/** Without WebAssembly. */
export function plainTally({ from, to, bins, zeros }: Binning): Tally<Tallied> {
  const statistics = statisticsTally();
  const histogram = histogramTally(from, to, bins, zeros);
  return {
    add: (part) => {
      statistics.add(part);
      histogram.add(part);
    },
    result: () => ({ statistics: statistics.result(), counts: Uint32Array.from(histogram.result().counts) }),
  };
}

function wasmTally({ from, to, bins, zeros }: Binning, wasm: Exports): Tally<Tallied> {
  const { buffer } = wasm.memory;
  const chunk = new Float32Array(buffer, layout.chunkAt, layout.chunkValues);
  const sums = new Float64Array(buffer, layout.sumsAt, 2);
  const squares = new Float64Array(buffer, layout.squaresAt, 2);
  const minima = new Float32Array(buffer, layout.minimaAt, 4);
  const maxima = new Float32Array(buffer, layout.maximaAt, 4);
  const nZeros = new Uint32Array(buffer, layout.zerosAt, 4);
  const even = new Uint32Array(buffer, layout.binsAt, bins + 1);
  const odd = new Uint32Array(buffer, layout.moreBinsAt, bins + 1);
  const scale = bins / (to - from);
  let skipped = 0;
  const measure = (part: Float32Array, origin: number): Sums => {
    for (const counted of [sums, squares, nZeros]) counted.fill(0);
    minima.fill(Infinity);
    maxima.fill(-Infinity);
    for (let start = 0; start < part.length; start += chunk.length) {
      const values = part.subarray(start, start + chunk.length);
      chunk.set(values);
      wasm.tally(values.length, origin, from, scale, bins);
    }
    const found = nZeros.reduce((all, each) => all + each, 0);
    if (zeros === 'skip') skipped += found;
    const both = ([a = 0, b = 0]: Float64Array): number => a + b;
    return {
      count: part.length,
      sum: both(sums),
      squares: both(squares),
      min: Math.min(...minima),
      max: Math.max(...maxima),
      zeros: found,
    };
  };
  const statistics = statisticsTally(measure);
  return {
    add: statistics.add,
    result: () => ({
      statistics: statistics.result(),
      counts: Uint32Array.from(
        binsOf(
          even.map((count, i) => count + (odd[i] as number)),
          { from, to },
          skipped,
        ).counts,
      ),
    }),
  };
}

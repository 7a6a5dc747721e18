/** The histogram of a blob's values. */
import {
  linearBins,
  magnitudeBins,
  magnitudeEdge,
  mostCounted,
  type Histogram,
  type LinearBins,
  type MagnitudeBins,
} from '#core/histogram';
import { equalBinsOf, octavesOf, sumsOf, type Sums } from './measure';

/** The bins of infinities and of values that are not a number are 510 and 511. */
const finite = 510;
/** See `LinearBins`. */
const within = 0.999;

/** `sums`: of the values. Those that are infinite or not a number are in no bin. */
export function histogramOf(values: Float32Array, sums: Sums): Histogram {
  const sample = spread(values);
  const { zeros } = sample === values ? sums : sumsOf(sample);
  const halves = octavesOf(sample).subarray(0, finite);
  // Zeros are in the first, with the least of the numbers below the smallest exponent.
  halves[0] = (halves[0] as number) - zeros;
  const reach = reachOf(halves);
  return {
    counted: sample.length,
    linear: linearOf(sample, Math.max(sums.min, -reach), Math.min(sums.max, reach)),
    magnitudes: magnitudesOf(halves),
  };
}

/** All values, or some that are spread over all of very many. */
function spread(values: Float32Array): Float32Array {
  if (values.length <= mostCounted) return values;
  // Odd, so that it does not step from one channel or row to the same place of the next.
  const stride = Math.ceil(values.length / mostCounted) | 1;
  const some = new Float32Array(Math.ceil(values.length / stride));
  for (let i = 0; i < some.length; i++) some[i] = values[i * stride] as number;
  return some;
}

function reachOf(halves: Float64Array): number {
  let rest = (1 - within) * halves.reduce((sum, count) => sum + count, 0);
  let bin = halves.length - 1;
  while (bin >= 0 && (halves[bin] as number) <= rest) rest -= halves[bin--] as number;
  return magnitudeEdge(bin + 1);
}

function linearOf(values: Float32Array, from: number, to: number): LinearBins {
  if (from < to) return { from, to, ...equalBinsOf(values, from, to, linearBins) };
  const only = Number.isFinite(from) ? from : 0;
  return { from: only, to: only, counts: [], below: 0, above: 0 };
}

function magnitudesOf(halves: Float64Array): MagnitudeBins {
  const last = halves.findLastIndex((count) => count > 0);
  if (last < 0) return { first: 0, counts: [], below: 0 };
  const start = Math.max(0, last - magnitudeBins + 1);
  const first = halves.findIndex((count, bin) => bin >= start && count > 0);
  const below = halves.subarray(0, first).reduce((sum, count) => sum + count, 0);
  return { first, counts: [...halves.subarray(first, last + 1)], below };
}

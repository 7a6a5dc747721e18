/** Pooling: the maximum or the mean of windows that may overlap, extend over the border, or see the whole image. */
import type { Flow, Gradient, Part, Signal, Site } from '../net/signal';
import { coherenceOf, secondOf, uniform } from './gradient';
import { largestOf } from './maxima';
import { momentsOf, normalPart, settled } from './part';
import { sampled } from './sampled';
import { windowsOf, type Counted, type PoolAxis } from './window';

export interface Pooled {
  readonly top: Signal;
  readonly back: (gradient: Gradient) => Gradient;
}

export type PoolAxes = readonly [PoolAxis, PoolAxis];

/**
 * The maximum of n values of one channel: the channel's own mean is unchanged, and the rest is the maximum of n
 * independent normal values. It is taken of u, since it commutes with any nondecreasing function.
 */
export function largest(bottom: Signal, axes: PoolAxes): Pooled {
  const parts = bottom.parts.map((part) =>
    part.noise === 1 && (part.transform?.rising ?? true) ? part : settled(part),
  );
  const pooled = parts.map((part) => largestPart(part, axes));
  const top: Signal = { parts: pooled };
  const density = axes.reduce((product, { input, output }) => product * (output / input), 1);
  const back = (gradient: Gradient): Gradient => ({
    flows: gradient.flows.map((flow): Flow => {
      const sites = pooled.map((part, i): Site => {
        const site = flow.sites?.[i];
        return {
          mean: site?.mean ?? part.mean,
          variance: site?.variance ?? part.variance,
          weight: site?.weight ?? one,
        };
      });
      // A value that is the maximum of several windows gets the sum of their gradients.
      const base = flow.base * density * (1 + flow.coherence * sameWinner(axes));
      const known = parts.every((part, i) => part === bottom.parts[i]);
      return { base, sites: known ? sites : undefined, coherence: flow.coherence * Math.min(1, density) };
    }),
  });
  return { top, back };
}

const one = (): number => 1;

function largestPart(part: Part, [vertical, horizontal]: PoolAxes): Part {
  const free = Math.max(0, part.variance - part.common);
  let [mean, second] = [0, 0];
  for (const rows of windowsOf(vertical)) {
    for (const columns of windowsOf(horizontal)) {
      const share = rows.share * columns.share;
      const { mean: up, variance } = largestOf(Math.max(1, rows.values * columns.values));
      mean += share * Math.sqrt(free) * up;
      second += share * free * (up * up + variance);
    }
  }
  return { ...part, mean: part.mean + mean, variance: part.common + second - mean * mean };
}

/** The average number of other windows with the same maximum as a window; for many windows, estimated from samples. */
export function sameWinner(axes: PoolAxes): number {
  const full = axes.reduce((product, { kernel }) => product * kernel, 1);
  // Such windows are on both sides.
  const [rows = [], columns = []] = axes.map(({ kernel, stride, output }) =>
    [{ at: 0, count: 1 }, ...sampled(1, Math.min(output, Math.ceil(kernel / stride)))].map(({ at, count }) => ({
      count: at === 0 ? 1 : 2 * count,
      overlap: Math.max(0, kernel - at * stride),
    })),
  );
  let sum = 0;
  for (const row of rows) {
    for (const column of columns) {
      const overlap = row.overlap * column.overlap;
      sum += (row.count * column.count * overlap) / (2 * full - overlap);
    }
  }
  // Excludes the window itself.
  return sum - 1;
}

/**
 * The mean of each window: its variance is the mean covariance of all pairs in it. Padding counts as zeros, as far as
 * Caffe counts it.
 */
export function average(bottom: Signal, axes: PoolAxes): Pooled {
  const [vertical, horizontal] = axes;
  const parts = bottom.parts.map((part) => averagePart(part, axes));
  const top: Signal = { parts };
  const back = (gradient: Gradient): Gradient => {
    const second = secondOf(gradient, parts);
    const coherence = coherenceOf(gradient, parts);
    const taps = axes.map(
      (axis) =>
        (axis.output / axis.input) * windowsOf(axis).reduce((sum, { share, values }) => sum + share * values, 0),
    );
    const count = (taps[0] ?? 1) * (taps[1] ?? 1);
    const size = mean2(windowsOf(vertical)) * mean2(windowsOf(horizontal));
    const spread = count * (1 - coherence) + count * Math.max(1, count) * coherence;
    const together = axes.reduce((product, { kernel }) => product * ((kernel - 1) / kernel), 1);
    return uniform((second * spread) / size, Math.max(coherence, together));
  };
  return { top, back };
}

/** Mean squared size. */
function mean2(windows: readonly Counted[]): number {
  return 1 / windows.reduce((sum, { share, size }) => sum + share / (size * size), 0);
}

function averagePart(part: Part, [vertical, horizontal]: PoolAxes): Part {
  const moments = momentsOf(part);
  const squared = moments.mean ** 2;
  const far = moments.product(part.common) - squared;
  const free = moments.second - squared - far;
  let [mean, second, common] = [0, 0, 0];
  for (const rows of windowsOf(vertical)) {
    for (const columns of windowsOf(horizontal)) {
      const share = rows.share * columns.share;
      const [values, size] = [rows.values * columns.values, rows.size * columns.size];
      const filled = values / size;
      mean += share * filled * moments.mean;
      second += share * ((free * values) / size ** 2 + filled * filled * (far + squared));
      common += share * filled * filled * far;
    }
  }
  const variance = Math.max(0, second - mean * mean);
  return normalPart({
    channels: part.channels,
    mean,
    variance,
    common,
    across: Math.min(variance, moments.product(part.across) - squared),
  });
}

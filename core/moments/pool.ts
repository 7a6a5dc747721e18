/** Pooling: the maximum or the mean of windows that may overlap, extend over the border, or see the whole image. */
import type { Flow, Gradient, Part, Signal, Site } from '../net/signal';
import { coherenceOf, secondOf, uniform } from './gradient';
import { largestOf, sharedLargest } from './maxima';
import { covarianceAt, nearTable } from './near';
import { momentsOf, normalPart, settled, valueProfiles } from './part';
import { sampled } from './sampled';
import { pooledProfile, spreadProfile, windowsOf, type Counted, type PoolAxis } from './window';

export interface Pooled {
  readonly top: Signal;
  readonly back: (gradient: Gradient) => Gradient;
}

export type PoolAxes = readonly [PoolAxis, PoolAxis];

/**
 * The maximum of n values of one channel: the channel's own mean is unchanged, and the rest is the maximum of n normal
 * values. Where these are correlated, their common part is unchanged too. The maximum is taken of u, since it commutes
 * with any nondecreasing function.
 */
export function largest(bottom: Signal, axes: PoolAxes): Pooled {
  const parts = bottom.parts.map((part) =>
    part.noise === 1 && (part.transform?.rising ?? true) ? part : settled(part),
  );
  const pooled = parts.map((part) => largestPart(part, axes));
  const top: Signal = { parts: pooled, profiles: axes.map((axis, i) => pooledProfile(axis, bottom.profiles[i])) };
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
    profiles: axes.map((axis, i) => spreadProfile(axis, gradient.profiles[i])),
  });
  return { top, back };
}

const one = (): number => 1;

function largestPart(part: Part, axes: PoolAxes): Part {
  const [vertical, horizontal] = axes;
  const free = Math.max(0, part.variance - part.common);
  const full = vertical.kernel * horizontal.kernel;
  const correlation = free > 0 ? Math.min(1, meanCorrelation(part, axes, free)) : 0;
  const scale = free * (1 - correlation);
  let mean = 0;
  let second = 0;
  for (const rows of windowsOf(vertical)) {
    for (const columns of windowsOf(horizontal)) {
      const share = rows.share * columns.share;
      const { mean: up, variance } = largestOf(Math.max(1, rows.values * columns.values));
      const lift = Math.sqrt(scale) * up;
      mean += share * lift;
      second += share * (lift * lift + scale * variance);
    }
  }
  const spread = second - mean * mean;
  const variance = part.common + free * correlation + spread;
  const overlap = (dy: number, dx: number): number =>
    Math.max(0, vertical.kernel - dy * vertical.stride) * Math.max(0, horizontal.kernel - dx * horizontal.stride);
  const near = nearTable(part.common, (dy, dx) => {
    if (dy + dx === 0) return variance;
    const shared = full <= 400 ? scale * sharedLargest(full, overlap(dy, dx)) : 0;
    return part.common + between(part, axes, dy, dx) + shared;
  });
  return { ...part, mean: part.mean + mean, variance, near };
}

/** Mean correlation of two different values of a window, beyond the covariance that all values have. */
function meanCorrelation(part: Part, axes: PoolAxes, free: number): number {
  const { near } = part;
  if (!near) return 0;
  const [{ kernel: height }, { kernel: width }] = axes;
  const pairs = (height * width) ** 2 - height * width;
  let sum = 0;
  for (let dy = 0; dy <= Math.min(near.reach, height - 1); dy++) {
    for (let dx = 0; dx <= Math.min(near.reach, width - 1); dx++) {
      if (dy + dx > 0) sum += lagCount(height, dy) * lagCount(width, dx) * (covarianceAt(part, dy, dx) - part.common);
    }
  }
  return pairs > 0 ? Math.max(0, sum / pairs / free) : 0;
}

function lagCount(length: number, lag: number): number {
  return lag === 0 ? length : 2 * Math.max(0, length - lag);
}

/**
 * Mean covariance of different values of two windows at a distance in strides, beyond the covariance that all values
 * have.
 */
function between(part: Part, axes: PoolAxes, dy: number, dx: number): number {
  const { near } = part;
  if (!near) return 0;
  const [vertical, horizontal] = axes;
  let sum = 0;
  let pairs = 0;
  eachLag(vertical, dy, near.reach, (y, rows) =>
    eachLag(horizontal, dx, near.reach, (x, columns) => {
      if (y === 0 && x === 0) return;
      sum += rows * columns * (covarianceAt(part, y, x) - part.common);
      pairs += rows * columns;
    }),
  );
  return pairs > 0 ? (sum * pairs) / (vertical.kernel * horizontal.kernel) ** 2 / pairs : 0;
}

/**
 * Calls `lag` with each distance up to `reach` between values of two windows that are `offset` strides apart, and the
 * number of pairs at that distance.
 */
function eachLag(
  { kernel, stride }: PoolAxis,
  offset: number,
  reach: number,
  lag: (distance: number, pairs: number) => void,
): void {
  for (let distance = -reach; distance <= reach; distance++) {
    const pairs = kernel - Math.abs(distance - offset * stride);
    if (pairs > 0) lag(Math.abs(distance), pairs);
  }
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
  const profiles = valueProfiles(bottom);
  const top: Signal = { parts, profiles: axes.map((axis, i) => pooledProfile(axis, profiles[i])) };
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
    return uniform(
      (second * spread) / size,
      axes.map((axis, i) => spreadProfile(axis, gradient.profiles[i])),
      Math.max(coherence, together),
    );
  };
  return { top, back };
}

/** Mean squared size. */
function mean2(windows: readonly Counted[]): number {
  return 1 / windows.reduce((sum, { share, size }) => sum + share / (size * size), 0);
}

function averagePart(part: Part, axes: PoolAxes): Part {
  const [vertical, horizontal] = axes;
  const moments = momentsOf(part);
  const squared = moments.mean ** 2;
  const of = (dy: number, dx: number): number =>
    (dy + dx === 0 ? moments.second : moments.product(covarianceAt(part, dy, dx))) - squared;
  const far = moments.product(part.common) - squared;
  const reach = part.near?.reach ?? 0;
  const table = Array.from({ length: reach + 1 }, (_, dy) =>
    Array.from({ length: reach + 1 }, (__, dx) => of(dy, dx) - far),
  );
  let mean = 0;
  let second = 0;
  let common = 0;
  for (const rows of windowsOf(vertical)) {
    for (const columns of windowsOf(horizontal)) {
      const share = rows.share * columns.share;
      const size = rows.size * columns.size;
      const filled = (rows.values * columns.values) / size;
      let sum = far * (rows.values * columns.values) ** 2;
      for (let dy = 0; dy <= Math.min(reach, rows.values - 1); dy++) {
        for (let dx = 0; dx <= Math.min(reach, columns.values - 1); dx++)
          sum += lagCount(rows.values, dy) * lagCount(columns.values, dx) * (table[dy]?.[dx] ?? 0);
      }
      mean += share * filled * moments.mean;
      second += share * (sum / size ** 2 + (filled * moments.mean) ** 2);
      common += share * filled * filled * far;
    }
  }
  const variance = Math.max(0, second - mean * mean);
  const full = vertical.kernel * horizontal.kernel;
  const touching = part.near !== undefined || axes.some(({ kernel, stride, output }) => kernel > stride && output > 1);
  const near = touching
    ? nearTable(common, (dy, dx) => {
        if (dy + dx === 0) return variance;
        let sum = 0;
        eachLag(vertical, dy, reach, (y, rows) =>
          eachLag(horizontal, dx, reach, (x, columns) => (sum += rows * columns * (table[y]?.[x] ?? 0))),
        );
        return common + sum / (full * full);
      })
    : undefined;
  return normalPart({
    channels: part.channels,
    mean,
    variance,
    common,
    across: Math.min(variance, moments.product(part.across) - squared),
    near,
  });
}

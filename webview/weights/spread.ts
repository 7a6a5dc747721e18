/** Ranges of a distribution: what the axis of a histogram covers, and which magnitude gets the full colour. */
import type { Filling } from '#core/net/distribution';
import { least, most } from '#core/numbers';
import { densityOf } from '#core/weights/theory';
import { nStds, type Range } from '../values/range';

/** `mean`: the mean of the distribution, for those without bounds. */
export function rangeOf(distribution: Filling, mean: number): Range {
  switch (distribution.kind) {
    case 'constant':
      return { from: Math.min(0, distribution.value), to: Math.max(0, distribution.value) };
    case 'uniform':
      return { from: distribution.min, to: distribution.max };
    case 'normal':
    case 'sparseNormal':
      return { from: distribution.mean - nStds * distribution.std, to: distribution.mean + nStds * distribution.std };
    case 'unitball':
      // Uniform values divided by their sum: up to about twice their mean.
      return { from: 0, to: 2.2 * mean };
    case 'unitSphere': {
      const reach = Math.min(1, nStds / Math.sqrt(distribution.dimensions));
      return { from: -reach, to: reach };
    }
    case 'identity':
    case 'bilinear':
      return { from: 0, to: 1 };
    case 'written':
      return { from: Math.min(0, least(distribution.values)), to: Math.max(0, most(distribution.values)) };
  }
}

/**
 * The magnitude that gets the full colour: for a normal distribution less than the axis covers, or most values would be pale.
 */
export function reachOf({ from, to }: Range, { kind }: Filling): number {
  const most = Math.max(Math.abs(from), Math.abs(to));
  return kind === 'normal' || kind === 'sparseNormal' || kind === 'unitSphere' ? 0.75 * most : most;
}

/** Expected count in each bin; undefined if it has no simple form. */
export function expectedCounts(
  distribution: Filling,
  count: number,
  { from, to }: Range,
  bins: number,
): readonly number[] | undefined {
  const density = densityOf(distribution);
  if (!density) return undefined;
  const width = (to - from) / bins;
  // The mean of the density over the bin at five points, since the edge of a uniform distribution may lie within it.
  const places = [0.1, 0.3, 0.5, 0.7, 0.9];
  return Array.from(
    { length: bins },
    (_, i) =>
      (count * width * places.reduce((sum, place) => sum + density(from + (i + place) * width), 0)) / places.length,
  );
}

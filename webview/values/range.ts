/** Ranges of values: what the axis of a histogram covers. */
import type { Statistics } from '#core/weights/statistics';

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How many standard deviations of a normal distribution are shown: bars beyond would be too low to see. */
export const nStds = 4;

/** Of values from a file: within some standard deviations of their mean, since few outliers would flatten the rest. */
export function rangeOfLoaded({ mean, std, min, max }: Omit<Statistics, 'zeros' | 'count'>): Range {
  return { from: Math.max(min, mean - 2 * nStds * std), to: Math.min(max, mean + 2 * nStds * std) };
}

export function union(ranges: readonly Range[]): Range {
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}

/** Adds a margin at both ends; never empty. */
export function withMargin({ from, to }: Range): Range {
  const margin = 0.06 * (to - from) || Math.max(1e-6, 0.5 * Math.abs(from));
  return { from: from - margin, to: to + margin };
}

/** Parts whose channels have individual moments, since their weights have been drawn. */
import type { Channels, Part, Transform } from '../net/signal';
import { coarse, expand, staggered, type Expansion } from './normal';
import { covarianceAt, nearTable } from './near';

/**
 * With more channels the random differences average out, so channels are not computed individually; this bounds the
 * work.
 */
export const mostChannels = 1 << 12;

/** E[y] and E[y²] of each channel, without the independent noise of each value. */
export interface ChannelMoments {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export function channelMoments({ means, variances }: Channels, transform: Transform | undefined): ChannelMoments {
  const first = new Float64Array(means.length);
  const second = new Float64Array(means.length);
  const { nodes, probabilities } = coarse;
  for (let c = 0; c < means.length; c++) {
    const mean = means[c] as number;
    const variance = variances[c] as number;
    if (!transform) {
      first[c] = mean;
      second[c] = mean * mean + variance;
      continue;
    }
    const std = Math.sqrt(variance);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < nodes.length; i++) {
      const y = transform.value(mean + std * (nodes[i] as number));
      const weighted = (probabilities[i] as number) * y;
      sum += weighted;
      squares += weighted * y;
    }
    first[c] = sum;
    second[c] = squares;
  }
  return { first, second };
}

/** This many channels suffice to estimate the covariance of positions. */
const enough = 64;

/** E[y·y′] by the correlation of u and u′ within a channel, averaged over the channels. */
export function expandChannels({ means, variances }: Channels, transform: Transform): Expansion {
  const { nodes } = coarse;
  const values = new Float64Array(nodes.length);
  const squares: number[] = [];
  const step = Math.ceil(means.length / enough);
  const count = Math.ceil(means.length / step);
  for (let c = 0; c < means.length; c += step) {
    const std = Math.sqrt(variances[c] as number);
    for (let i = 0; i < nodes.length; i++)
      values[i] = transform.value((means[c] as number) + std * (nodes[i] as number));
    expand(values, coarse).squares.forEach((square, n) => (squares[n] = (squares[n] ?? 0) + square / count));
  }
  return { squares };
}

/**
 * Gives a part individual channels. The covariance of positions is unchanged relative to the variance within a channel.
 */
export function conditioned(part: Part, drawn: Channels): Part {
  const { mean, spread, within } = sumsOf(drawn);
  const free = part.variance - part.common;
  const common = spread;
  const of = (covariance: number): number => common + (free > 0 ? (within * (covariance - part.common)) / free : 0);
  return {
    ...part,
    channels: drawn.means.length,
    mean,
    variance: common + within,
    common,
    across: 0,
    near: part.near && nearTable(common, (dy, dx) => of(covarianceAt(part, dy, dx))),
    drawn,
  };
}

/** The mean of the channels' means, the variance of these, and the mean of the variances. */
function sumsOf({ means, variances }: Channels): {
  readonly mean: number;
  readonly spread: number;
  readonly within: number;
} {
  const n = means.length;
  let [sum, squares, within] = [0, 0, 0];
  for (let c = 0; c < n; c++) {
    sum += (means[c] as number) / n;
    squares += (means[c] as number) ** 2 / n;
    within += (variances[c] as number) / n;
  }
  return { mean: sum, spread: Math.max(0, squares - sum * sum), within };
}

export function mapped(
  { means, variances }: Channels,
  of: (mean: number, variance: number) => readonly [mean: number, variance: number],
): Channels {
  const found: Channels = { means: new Float64Array(means.length), variances: new Float64Array(means.length) };
  for (let c = 0; c < means.length; c++) {
    const [mean, variance] = of(means[c] as number, variances[c] as number);
    found.means[c] = mean;
    found.variances[c] = Math.max(0, variance);
  }
  return found;
}

export function scaledChannels(drawn: Channels, factor: number): Channels {
  return mapped(drawn, (mean, variance) => [mean * factor, variance * factor * factor]);
}

/** Sums of uncorrelated values, channel by channel. */
export function addedChannels(one: Channels, other: Channels): Channels {
  return {
    means: one.means.map((mean, c) => mean + (other.means[c] as number)),
    variances: one.variances.map((variance, c) => variance + (other.variances[c] as number)),
  };
}

/** Repeats each channel, for positions that become channels. Undefined where there are too many. */
export function repeated({ means, variances }: Channels, times: number): Channels | undefined {
  if (means.length * times > mostChannels) return undefined;
  const of = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: values.length * times }, (_, i) => values[Math.floor(i / times)] as number);
  return { means: of(means), variances: of(variances) };
}

export function sliced({ means, variances }: Channels, from: number, to: number): Channels {
  return { means: means.slice(from, to), variances: variances.slice(from, to) };
}

/** The channels of y in place of those of u. */
export function settledChannels({ first, second }: ChannelMoments, noise: number): Channels {
  return {
    means: first,
    variances: second.map((square, c) => Math.max(0, square * noise - (first[c] as number) ** 2)),
  };
}

/**
 * E[f(u)] over the channels. f may be discontinuous: the errors of coarse quadrature in one channel average out over
 * all.
 */
export function expectationOfChannels({ means, variances }: Channels, of: (u: number) => number): number {
  let sum = 0;
  for (let c = 0; c < means.length; c++) {
    const { nodes, probabilities } = staggered[c % staggered.length] ?? coarse;
    const std = Math.sqrt(variances[c] as number);
    for (let i = 0; i < nodes.length; i++)
      sum += (probabilities[i] as number) * of((means[c] as number) + std * (nodes[i] as number));
  }
  return sum / means.length;
}

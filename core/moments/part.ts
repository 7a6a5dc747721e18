/** The moments of a part's values y = f(u), from those of u. */
import type { Part, Signal } from '../net/signal';
import { standard } from './normal';

export interface PartMoments {
  readonly mean: number;
  readonly second: number;
  /** E[y·y′] for u and u′ of this covariance, without the independent noise of each value. */
  readonly product: (covariance: number) => number;
  /** E[y²·y′²] at the covariance of different images: how much the channels' second moments differ. */
  readonly squares: number;
}

const kept = new WeakMap<Part, PartMoments>();

export function momentsOf(part: Part): PartMoments {
  let moments = kept.get(part);
  if (!moments) kept.set(part, (moments = part.transform ? transformed(part) : plain(part)));
  return moments;
}

function plain({ mean, variance, common, noise }: Part): PartMoments {
  const second = mean * mean + variance;
  return {
    mean,
    second: second * noise,
    product: (covariance) => mean * mean + covariance,
    squares: second * second + 2 * common * common + 4 * mean * mean * common,
  };
}

/** Covariances of y, and of y², are taken to be in proportion to those of u. */
function transformed({ mean, variance, common, noise, transform }: Part): PartMoments {
  const std = Math.sqrt(Math.max(0, variance));
  const { nodes, probabilities } = standard;
  let [first, second, fourth] = [0, 0, 0];
  for (let i = 0; i < nodes.length; i++) {
    const y = transform?.value(mean + std * (nodes[i] as number)) ?? 0;
    const probability = probabilities[i] as number;
    first += probability * y;
    second += probability * y * y;
    fourth += probability * y ** 4;
  }
  const correlation = (covariance: number): number => (variance > 0 ? Math.min(1, covariance / variance) : 1);
  return {
    mean: first,
    second: second * noise,
    product: (covariance) => first * first + (second - first * first) * correlation(covariance),
    squares: second * second + (fourth - second * second) * correlation(common),
  };
}

/** Sums over a signal's parts, weighted by their number of channels. */
export interface SignalMoments {
  readonly channels: number;
  readonly mean: number;
  readonly second: number;
  /** E[y·y′] in different images, and in different channels. */
  readonly far: number;
  readonly across: number;
  /** Variance of the second moment over draws of the weights, relative to its square. */
  readonly scatter: number;
}

const keptSignals = new WeakMap<Signal, SignalMoments>();

export function signalMoments(signal: Signal): SignalMoments {
  let moments = keptSignals.get(signal);
  if (!moments) keptSignals.set(signal, (moments = sumsOf(signal)));
  return moments;
}

export function channelsOf({ parts }: Pick<Signal, 'parts'>): number {
  return parts.reduce((sum, { channels }) => sum + channels, 0);
}

function sumsOf({ parts }: Signal): SignalMoments {
  const channels = channelsOf({ parts });
  const total = (of: (part: Part, moments: PartMoments) => number): number =>
    parts.reduce((sum, part) => sum + (part.channels / channels) * of(part, momentsOf(part)), 0);
  const clean = total((part, moments) => moments.second / part.noise);
  const spread = total((part, moments) => Math.max(0, moments.squares - (moments.second / part.noise) ** 2));
  return {
    channels,
    mean: total((_, moments) => moments.mean),
    second: total((_, moments) => moments.second),
    far: total((part, moments) => moments.product(part.common)),
    across: total((part, moments) => moments.product(part.across)),
    scatter: clean > 0 ? spread / (channels * clean * clean) : 0,
  };
}

/** Values approximated as normal, such as a sum or an average. */
export function normalPart(facts: Pick<Part, 'channels' | 'mean' | 'variance' | 'common'> & Partial<Part>): Part {
  return { across: 0, transform: undefined, noise: 1, ...facts };
}

/**
 * Values after more functions in a row than any net has are approximated as normal, since each function calls all
 * before it.
 */
const maxDepth = 16;

export function isDeep({ transform }: Part): boolean {
  return (transform?.depth ?? 1) >= maxDepth;
}

/** The part with the moments of y in place of those of u, so that a second signal can be added to it. */
export function settled(part: Part): Part {
  if (!part.transform && part.noise === 1) return part;
  const { mean, second, product } = momentsOf(part);
  return normalPart({
    channels: part.channels,
    mean,
    variance: second - mean ** 2,
    common: product(part.common) - mean ** 2,
    across: product(part.across) - mean ** 2,
  });
}

/** The moments of a part's values y = f(u), from those of u. */
import type { Part, Profile, Signal } from '../net/signal';
import { lazy } from '../lazy';
import { covarianceAt, nearTable } from './near';
import { expand, productAt, standard } from './normal';

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

function transformed({ mean, variance, common, noise, transform }: Part): PartMoments {
  const std = Math.sqrt(Math.max(0, variance));
  const { nodes, probabilities } = standard;
  const values = new Float64Array(nodes.length);
  let first = 0;
  let second = 0;
  for (let i = 0; i < nodes.length; i++) {
    const y = transform?.value(mean + std * (nodes[i] as number)) ?? 0;
    values[i] = y;
    first += (probabilities[i] as number) * y;
    second += (probabilities[i] as number) * y * y;
  }
  // Only the first two moments of most parts are needed.
  const expansion = lazy(() => expand(values));
  const ofSquares = lazy(() => productAt(expand(values.map((y) => y * y)), correlation(common)));
  const correlation = (covariance: number): number => (variance > 0 ? Math.min(1, covariance / variance) : 1);
  return {
    mean: first,
    second: second * noise,
    product: (covariance) =>
      covariance === 0 && variance > 0 ? first * first : productAt(expansion(), correlation(covariance)),
    get squares() {
      return common === 0 && variance > 0 ? second * second : ofSquares();
    },
  };
}

/** Sums over a signal's parts, weighted by their number of channels. */
export interface SignalMoments {
  readonly channels: number;
  readonly mean: number;
  readonly second: number;
  /** E[y·y′] in different images, at a distance, and in different channels. */
  readonly far: number;
  readonly at: (dy: number, dx: number) => number;
  /** At larger distances along either axis, values have no more covariance than in different images. */
  readonly reach: number;
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
  const second = total((_, moments) => moments.second);
  const clean = total((part, moments) => moments.second / part.noise);
  const spread = total((part, moments) => Math.max(0, moments.squares - (moments.second / part.noise) ** 2));
  const reach = Math.max(0, ...parts.map(({ near }) => near?.reach ?? 0));
  const far = total((part, moments) => moments.product(part.common));
  return {
    channels,
    mean: total((_, moments) => moments.mean),
    second,
    far,
    at: (dy, dx) =>
      dy === 0 && dx === 0
        ? clean
        : reach > 0
          ? total((part, moments) => moments.product(covarianceAt(part, dy, dx)))
          : far,
    reach,
    across: total((part, moments) => moments.product(part.across)),
    scatter: clean > 0 ? spread / (channels * clean * clean) : 0,
  };
}

/**
 * How the second moment of y varies along each axis: as that of u where f is homogeneous, less where a mean dominates.
 */
export function valueProfiles(signal: Signal): readonly Profile[] {
  if (signal.profiles.every((profile) => profile === undefined)) return signal.profiles;
  const { second } = signalMoments(signal);
  const channels = channelsOf(signal);
  const risen = signal.parts.reduce(
    (sum, part) => sum + (part.channels / channels) * momentsOf(widened(part)).second,
    0,
  );
  const sensitivity = second > 0 ? Math.max(0, (risen / second - 1) / 0.1) : 1;
  if (Math.abs(sensitivity - 1) < 1e-3) return signal.profiles;
  return signal.profiles.map((profile) => profile?.map((value) => Math.max(0, 1 + (value - 1) * sensitivity)));
}

/** Values approximated as normal, such as a sum or an average. */
export function normalPart(facts: Pick<Part, 'channels' | 'mean' | 'variance' | 'common'> & Partial<Part>): Part {
  return { across: 0, near: undefined, transform: undefined, noise: 1, ...facts };
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
  const moments = momentsOf(part);
  const of = (covariance: number): number => moments.product(covariance) - moments.mean ** 2;
  const common = of(part.common);
  return normalPart({
    channels: part.channels,
    mean: moments.mean,
    variance: moments.second - moments.mean ** 2,
    common,
    across: of(part.across),
    near:
      part.near &&
      nearTable(common, (dy, dx) =>
        dy + dx === 0 ? moments.second - moments.mean ** 2 : of(covarianceAt(part, dy, dx)),
      ),
  });
}

/** The part with 10 % more variance. */
function widened(part: Part): Part {
  return { ...part, variance: part.variance * 1.1 };
}

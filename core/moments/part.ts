/** The moments of a part's values y = f(u), from those of u. */
import type { Near, Part, Profile, Signal } from '../net/signal';
import { lazy } from '../lazy';
import { expand, nodes, probabilities, productAt } from './normal';

export interface PartMoments {
  readonly mean: number;
  readonly second: number;
  /** E[y·y′] for u and u′ of this covariance, without the noise that each value has for itself. */
  readonly product: (covariance: number) => number;
  /** E[y²·y′²] at the covariance of different images: how unlike the channels are in their second moments. */
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
  const values = new Float64Array(nodes.length);
  let first = 0;
  let second = 0;
  for (let i = 0; i < nodes.length; i++) {
    const y = transform?.value(mean + std * (nodes[i] as number)) ?? 0;
    values[i] = y;
    first += (probabilities[i] as number) * y;
    second += (probabilities[i] as number) * y * y;
  }
  // Most parts are only asked for their first two moments.
  const expansion = lazy(() => expand(values));
  const ofSquares = lazy(() => productAt(expand(values.map((y) => y * y)), correlation(common)));
  const correlation = (covariance: number): number => (variance > 0 ? Math.min(1, covariance / variance) : 1);
  return {
    mean: first,
    second: second * noise,
    product: (covariance) => (covariance === 0 && variance > 0 ? first * first : productAt(expansion(), correlation(covariance))),
    get squares() {
      return common === 0 && variance > 0 ? second * second : ofSquares();
    },
  };
}

/** Of u: the covariance so many places apart. */
export function covarianceAt({ variance, common, near }: Part, dy: number, dx: number): number {
  if (dy === 0 && dx === 0) return variance;
  if (!near || dy > near.reach || dx > near.reach) return common;
  return near.values[dy * (near.reach + 1) + dx] ?? common;
}

export const nearReach = 4;

/** A table of covariances by offset; undefined where all are `common`. */
export function nearTable(common: number, at: (dy: number, dx: number) => number): Near | undefined {
  const values: number[] = [];
  let differs = false;
  for (let dy = 0; dy <= nearReach; dy++) {
    for (let dx = 0; dx <= nearReach; dx++) {
      const value = at(dy, dx);
      if (dy + dx > 0 && Math.abs(value - common) > 1e-9 * Math.abs(value)) differs = true;
      values.push(value);
    }
  }
  return differs ? { reach: nearReach, values } : undefined;
}

/** Sums over a signal's parts, weighted by their channels. */
export interface SignalMoments {
  readonly channels: number;
  readonly mean: number;
  readonly second: number;
  /** E[y·y′] in different images, so many places apart, and in different channels. */
  readonly far: number;
  readonly at: (dy: number, dx: number) => number;
  readonly across: number;
  /** Variance of the second moment by the draw of the weights, relative to its square. */
  readonly scatter: number;
}

const keptSignals = new WeakMap<Signal, SignalMoments>();

export function signalMoments(signal: Signal): SignalMoments {
  let moments = keptSignals.get(signal);
  if (!moments) keptSignals.set(signal, (moments = sumsOf(signal)));
  return moments;
}

function sumsOf({ parts }: Signal): SignalMoments {
  const channels = parts.reduce((sum, part) => sum + part.channels, 0);
  const total = (of: (part: Part, moments: PartMoments) => number): number =>
    parts.reduce((sum, part) => sum + (part.channels / channels) * of(part, momentsOf(part)), 0);
  const second = total((_, moments) => moments.second);
  const clean = total((part, moments) => moments.second / part.noise);
  const spread = total((part, moments) => Math.max(0, moments.squares - (moments.second / part.noise) ** 2));
  const near = parts.some((part) => part.near);
  const far = total((part, moments) => moments.product(part.common));
  return {
    channels,
    mean: total((_, moments) => moments.mean),
    second,
    far,
    at: (dy, dx) => (dy === 0 && dx === 0 ? clean : near ? total((part, moments) => moments.product(covarianceAt(part, dy, dx))) : far),
    across: total((part, moments) => moments.product(part.across)),
    scatter: clean > 0 ? spread / (channels * clean * clean) : 0,
  };
}

/** How the second moment of y varies along each axis: as that of u where f is homogeneous, less where a mean leads. */
export function valueProfiles(signal: Signal): readonly Profile[] {
  if (signal.profiles.every((profile) => profile === undefined)) return signal.profiles;
  const { second } = signalMoments(signal);
  const channels = signal.parts.reduce((sum, part) => sum + part.channels, 0);
  const risen = signal.parts.reduce((sum, part) => sum + (part.channels / channels) * momentsOf({ ...part, variance: part.variance * 1.1 }).second, 0);
  const sensitivity = second > 0 ? Math.max(0, (risen / second - 1) / 0.1) : 1;
  if (Math.abs(sensitivity - 1) < 1e-3) return signal.profiles;
  return signal.profiles.map((profile) => profile?.map((value) => Math.max(0, 1 + (value - 1) * sensitivity)));
}

/** Values that are taken as normal from here on: a sum, say, or an average. */
export function normalPart(facts: Pick<Part, 'channels' | 'mean' | 'variance' | 'common'> & Partial<Part>): Part {
  return { across: 0, near: undefined, transform: undefined, noise: 1, ...facts };
}

/** What came through more functions in a row than any net has goes on as normal again: each would call all before it. */
const maxDepth = 16;

export function isDeep({ transform }: Part): boolean {
  return (transform?.depth ?? 1) >= maxDepth;
}

/** One part with the moments of y in place of those of u, so that a second input can be added to it. */
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
    near: part.near && nearTable(common, (dy, dx) => (dy + dx === 0 ? moments.second - moments.mean ** 2 : of(covarianceAt(part, dy, dx)))),
  });
}

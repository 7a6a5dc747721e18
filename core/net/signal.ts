/**
 * The distribution of a blob's values before any weight is drawn, and of the gradient that reaches it: the interface
 * between the layers' `moments` and the code that runs them over a net.
 *
 * A blob is a field of values after a pointwise function: y = f(u), with u normal (the sum of many weighted values is,
 * by the central limit theorem). Channels differ only by their weights, so over draws of the weights u has one mean and
 * one covariance for all channels of a part.
 */
import type { Message } from '../schema/message';
import type { Layer, NetState } from './model';
import type { Distribution } from './distribution';
import type { Shape } from './shape';

export interface Transform {
  readonly value: (u: number) => number;
  readonly slope: (u: number) => number;
  /** Nondecreasing, so that the largest y is that of the largest u. */
  readonly rising: boolean;
  /** Number of functions that it is composed of; absent for one. */
  readonly depth?: number;
}

/** Channels that only differ by the weights drawn for them. */
export interface Part {
  readonly channels: number;
  /** For u: its mean, and its variance averaged over the positions. */
  readonly mean: number;
  readonly variance: number;
  /** Covariance of u at different positions and in different images: how much the means of the channels vary. */
  readonly common: number;
  /** Covariance of u in different channels at one position: not 0 where the weights' mean isn't. */
  readonly across: number;
  /** Undefined for y = u. */
  readonly transform: Transform | undefined;
  /** E[mask²] of an independent random factor of mean 1 on each value (dropout); 1 without one. */
  readonly noise: number;
}

export interface Signal {
  readonly parts: readonly Part[];
}

/**
 * The values of u in a part at which a gradient arrives: the distribution of u there, and E[gradient²] relative to the
 * flow's `base`.
 */
export interface Site {
  readonly mean: number;
  readonly variance: number;
  readonly weight: (u: number) => number;
}

/** Gradient that arrived along one path. Paths are uncorrelated, as the weights on them are. */
export interface Flow {
  /** E[gradient²] before the sites' weights. */
  readonly base: number;
  /** One per part of the blob; undefined where the gradient does not depend on the value. */
  readonly sites: readonly Site[] | undefined;
  /** Correlation of the gradients at adjacent positions. */
  readonly coherence: number;
}

export interface Gradient {
  readonly flows: readonly Flow[];
}

/** The initial values of a param; mean and standard deviation are null where they can't be known. */
export interface ParamMoments {
  readonly shape: Shape;
  readonly mean: number | null;
  readonly std: number | null;
  readonly distribution: Distribution | undefined;
}

/** The values at the net's input. */
export interface SourceMoments {
  readonly mean: number;
  readonly secondMoment: number;
}

export interface MomentsInput {
  readonly layer: Layer;
  /** As in `SetUpInput`. */
  readonly param: Message;
  readonly state: NetState;
  readonly bottoms: readonly (Signal | null)[];
  readonly bottomShapes: readonly Shape[];
  readonly topShapes: readonly Shape[];
  readonly params: readonly ParamMoments[];
  /** Tops that a filler fills. */
  readonly fills: readonly ParamMoments[];
  readonly source: SourceMoments;
  /** Running statistics as initialized, or as computed from the batch, as if a trained model were loaded. */
  readonly statistics: 'start' | 'batch';
}

export interface Moments {
  /** One per top; null where it is not modelled. */
  readonly tops: readonly (Signal | null)[];
  /** Gradients of the bottoms from those of the tops; null where none arrives or it is not modelled. */
  readonly backward: (tops: readonly (Gradient | null)[]) => readonly (Gradient | null)[];
}

/** Null where the moments are not known for this layer as written. */
export type MomentsRule = (input: MomentsInput) => Moments | null;

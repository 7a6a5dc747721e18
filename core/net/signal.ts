/**
 * What is known of a blob's values before a weight is drawn, and of the gradient that reaches it: the contract between
 * the layers' `moments` and whoever runs them over a net.
 *
 * A blob is a field of values behind a pointwise function: y = f(u), with u normal (the sum of many weighted values is,
 * by the central limit theorem). Channels differ only by their weights, so u has, over the draws of the weights, one
 * mean and one covariance for all channels of a part.
 */
import type { Message } from '../schema/message';
import type { Layer, NetState } from './model';
import type { Distribution } from './distribution';
import type { Shape } from './shape';

export interface Transform {
  readonly value: (u: number) => number;
  readonly slope: (u: number) => number;
  /** Never falls, so that the largest y is that of the largest u. */
  readonly rising: boolean;
  /** How many functions it is made of; absent for one. */
  readonly depth?: number;
}

/** Covariances of u with itself some places away, in the same channel of the same image. */
export interface Near {
  /** Offsets from 0 to `reach` along each of the last two axes; row by row. */
  readonly reach: number;
  readonly values: readonly number[];
}

/** Of u, channel by channel: its mean and its variance within the images, for weights that have been drawn. */
export interface Channels {
  readonly means: Float64Array;
  readonly variances: Float64Array;
}

/** Channels that are alike, but for the weights that they were drawn. */
export interface Part {
  readonly channels: number;
  /** Of u: its mean, and its variance averaged over the places. */
  readonly mean: number;
  readonly variance: number;
  /** Covariance of u at places far apart and in different images: how much the means of the channels vary. */
  readonly common: number;
  /** Covariance of u in different channels at one place: not 0 where the weights' mean isn't. */
  readonly across: number;
  /** Undefined where places next to each other have no more in common than distant ones. */
  readonly near: Near | undefined;
  /** Undefined for y = u. */
  readonly transform: Transform | undefined;
  /** E[mask²] of a random factor of mean 1 that each value has for itself (dropout); 1 without one. */
  readonly noise: number;
  /** The channels one by one, of which the numbers above are then the means; undefined before the weights are drawn. */
  readonly drawn: Channels | undefined;
}

/** How the second moment varies along a spatial axis, with mean 1; undefined where it doesn't, or isn't known. */
export type Profile = readonly number[] | undefined;

export interface Signal {
  readonly parts: readonly Part[];
  /** One a spatial axis: those behind the first two. */
  readonly profiles: readonly Profile[];
}

/** Where in a part, by u, a gradient arrives: u's own distribution there, and E[gradient²] relative to the flow's `base`. */
export interface Site {
  readonly mean: number;
  readonly variance: number;
  /** The part's channels, where these are known one by one; `mean` and `variance` are theirs together. */
  readonly drawn: Channels | undefined;
  readonly weight: (u: number) => number;
}

/** Gradient that came one way. Ways are uncorrelated, as the weights on them are. */
export interface Flow {
  /** E[gradient²] before the sites' weights. */
  readonly base: number;
  /** One a part of the blob; undefined where the gradient doesn't care for the value. */
  readonly sites: readonly Site[] | undefined;
  /** Correlation of the gradients at places next to each other. */
  readonly coherence: number;
}

export interface Gradient {
  readonly flows: readonly Flow[];
  readonly profiles: readonly Profile[];
}

/** What a param starts as; mean and standard deviation are null where they can't be known. */
export interface ParamMoments {
  readonly shape: Shape;
  readonly mean: number | null;
  readonly std: number | null;
  readonly distribution: Distribution | undefined;
  /** The values themselves, where a forecast is of one draw. */
  readonly values?: Float32Array | undefined;
}

/** What enters the net. */
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
  /** Running statistics as they start, or as the batch has them: what if a model had been learned. */
  readonly statistics: 'start' | 'batch';
}

export interface Moments {
  /** One a top; null where it is not modelled. */
  readonly tops: readonly (Signal | null)[];
  /** Gradients of the bottoms from those of the tops; null where none arrives or it is not modelled. */
  readonly backward: (tops: readonly (Gradient | null)[]) => readonly (Gradient | null)[];
}

/** Null where it can't be told for this layer as it is written. */
export type MomentsRule = (input: MomentsInput) => Moments | null;

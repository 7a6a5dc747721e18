/**
 * The initial values of a blob: the value of each element, or the distribution that it is drawn from. Numbers are
 * float32 values.
 */
import type { Centre } from './bilinear';

/** The result of a filler for a blob. */
export type Distribution =
  | Filling
  /** Fixed values in the source of that Caffe, which are not known here. */
  | { readonly kind: 'table' };

/** Distributions that can be drawn here. */
export type Filling =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly std: number }
  | { readonly kind: 'sparseNormal'; readonly mean: number; readonly std: number; readonly density: number }
  | { readonly kind: 'unitball' }
  /** Each row is a uniformly distributed direction in this many dimensions: a vector of length 1. */
  | { readonly kind: 'unitSphere'; readonly dimensions: number }
  /** 1 at i · (shape[1] + 1) for each i below shape[0], whatever the kernel; 0 elsewhere. */
  | { readonly kind: 'identity' }
  /** Not random: the file holds exactly these values, float32. */
  | { readonly kind: 'written'; readonly values: readonly number[] }
  /** `old`: as before 2017, which forks keep; `floor`: NVIDIA's. */
  | { readonly kind: 'bilinear'; readonly centre?: Centre };

/** Distributions that take random numbers. */
export type RandomFilling = Exclude<Filling, { kind: 'constant' | 'bilinear' | 'identity' | 'written' }>;

/** What a blob starts from: the values of each element, or how they are drawn. Numbers are float32 values. */
import type { Centre } from './bilinear';

/** What a filler makes of a blob. */
export type Distribution =
  | Filling
  /** Ready values that stand in that Caffe's source, and are not known here. */
  | { readonly kind: 'table' };

/** What can be drawn here. */
export type Filling =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly std: number }
  | { readonly kind: 'sparseNormal'; readonly mean: number; readonly std: number; readonly density: number }
  | { readonly kind: 'unitball' }
  /** Each row is a direction in so many dimensions, all alike likely: a vector of length 1. */
  | { readonly kind: 'unitSphere'; readonly dimensions: number }
  /** 1 at i · (shape[1] + 1) for each i below shape[0], whatever the kernel; 0 elsewhere. */
  | { readonly kind: 'identity' }
  /** No distribution: the file holds these very values, float32. */
  | { readonly kind: 'written'; readonly values: readonly number[] }
  /** `old`: as before 2017, which forks keep; `floor`: NVIDIA's. */
  | { readonly kind: 'bilinear'; readonly centre?: Centre };

/** What takes random numbers. */
export type RandomFilling = Exclude<Filling, { kind: 'constant' | 'bilinear' | 'identity' | 'written' }>;

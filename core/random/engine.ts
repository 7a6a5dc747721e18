/**
 * Caffe's random generator with its current state, and the draws of Caffe's fillers. There is a plain engine, and one
 * in WebAssembly: they only differ in speed, and agree to the bit.
 */
import type { Snapshot } from './mt19937';

export interface Engine {
  /** Restarts, as `Caffe::set_random_seed(seed)` does; `seed` is converted to an unsigned 32-bit integer. */
  readonly seed: (seed: number) => void;
  readonly save: () => Snapshot;
  readonly restore: (snapshot: Snapshot) => void;
  /** Discards this many words. */
  readonly skip: (words: number) => void;
  /** Fills `out` with U(min, max). See `fillUniform`. */
  readonly uniform: (out: Float32Array, min: number, max: number) => void;
  /** Fills `out` with N(mean, std²). See `fillNormal`. */
  readonly normal: (out: Float32Array, mean: number, std: number) => void;
  /** Keeps each value with probability `p`. See `thinOut`. */
  readonly thinOut: (values: Float32Array, p: number) => void;
}

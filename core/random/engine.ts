/**
 * Caffe's generator at one place in its stream, and what Caffe's fillers take from it. There is a plain engine, and one in
 * WebAssembly: they differ in speed, never in a bit.
 */
import type { Snapshot } from './mt19937';

export interface Engine {
  /** Starts over, as `Caffe::set_random_seed(seed)` does; `seed` is taken as an unsigned 32-bit integer. */
  readonly seed: (seed: number) => void;
  readonly save: () => Snapshot;
  readonly restore: (snapshot: Snapshot) => void;
  /** Takes so many words and drops them. */
  readonly skip: (words: number) => void;
  /** Fills `out` with U(min, max). See `fillUniform`. */
  readonly uniform: (out: Float32Array, min: number, max: number) => void;
  /** Fills `out` with N(mean, std²). See `fillNormal`. */
  readonly normal: (out: Float32Array, mean: number, std: number) => void;
  /** Keeps each value with probability `p`. See `thinOut`. */
  readonly thinOut: (values: Float32Array, p: number) => void;
}

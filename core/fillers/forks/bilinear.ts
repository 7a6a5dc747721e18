/** Kernels of bilinear interpolation in forks (their filler.hpp). */
import type { FillerRule } from '../../net/rules';
import { bilinearBy } from '../bilinear';

/** Before 2017, and still in most forks: c = (2f − 1 − f mod 2) / (2f), equal to BVLC's only for k mod 4 in {0, 1}. */
export const oldBilinear: FillerRule = bilinearBy(
  'old',
  'The kernel of bilinear interpolation in every channel, as before 2017: (1 − |x/f − c|)(1 − |y/f − c|) with f = ⌈k/2⌉, c = (2f − 1 − f mod 2)/(2f). It is symmetric only where k mod 4 is 0 or 1.',
);

/** NVIDIA's: f is rounded down; c as before 2017. */
export const floorBilinear: FillerRule = bilinearBy(
  'floor',
  'The kernel of bilinear interpolation in every channel: (1 − |x/f − c|)(1 − |y/f − c|) with f = ⌊k/2⌋, c = (2f − 1 − f mod 2)/(2f).',
);

/** The argument of `Caffe::set_random_seed` where the user gives none. */

/** The seed of the tests in Caffe's own sources. */
export const usualSeed = 1701;

/**
 * The seed of a solver; undefined where its `random_seed` is negative, as by default: Caffe then takes one from the
 * system.
 */
export function seedOf(solver: { readonly randomSeed: number } | undefined): number | undefined {
  return solver && solver.randomSeed >= 0 ? solver.randomSeed : undefined;
}

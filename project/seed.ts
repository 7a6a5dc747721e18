/**
 * The seed that weights are drawn with: the one asked for, else that of the solver beside the net, else 1701, which Caffe's own
 * tests use.
 */
import { seedOf, usualSeed } from '#core/weights/seed';
import type { Surroundings } from './surroundings';

export interface Seed {
  readonly value: number;
  /** The name of the solver that sets the seed. */
  readonly solver: string | undefined;
}

export function seedFor({ solver }: Pick<Surroundings, 'solver'>, asked?: number): Seed {
  if (asked !== undefined) return { value: asked, solver: undefined };
  const own = seedOf(solver);
  return own === undefined ? { value: usualSeed, solver: undefined } : { value: own, solver: solver?.name };
}

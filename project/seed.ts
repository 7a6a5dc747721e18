/** The seed that weights are drawn with: as asked, else the one of the solver beside the net, else Caffe's own tests' 1701. */
import { seedOf, usualSeed } from '#core/weights/seed';
import type { Surroundings } from './surroundings';

export interface Seed {
  readonly value: number;
  /** The name of the solver that says so. */
  readonly solver: string | undefined;
}

export function seedFor({ solver }: Pick<Surroundings, 'solver'>, asked?: number): Seed {
  if (asked !== undefined) return { value: asked, solver: undefined };
  const own = seedOf(solver);
  return own === undefined ? { value: usualSeed, solver: undefined } : { value: own, solver: solver?.name };
}

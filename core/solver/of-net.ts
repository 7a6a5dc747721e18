/** Which solver belongs to a net, and what it says of the net's start. */
import type { NetState } from '../net/model';
import { statesOfSolver } from '../net/named-states';
import { entryOf, num, str, strs, type Message } from '../schema/message';

export interface SolverFacts {
  readonly baseLr: number;
  readonly weightDecay: number;
  /** −1 where Caffe seeds itself from the system. */
  readonly randomSeed: number;
  /** The states that it builds its nets in, where it says any. */
  readonly states: readonly NetState[];
}

/** `netFile` is the net's file name: paths in solvers begin where Caffe was started, so only the end of one is compared. */
export function trains(solver: Message, netFile: string): boolean {
  const paths = [str(solver, 'net'), str(solver, 'train_net'), ...strs(solver, 'test_net')];
  return paths.some((path) => path.split('/').at(-1) === netFile);
}

/** A file that calls itself a solver. */
export function isSolverName(file: string): boolean {
  return /solver/i.test(file) && file.endsWith('.prototxt');
}

/** File names as they are looked through: those that call themselves solvers, then the rest, which in a large folder need not be read. */
export function solversFirst(files: readonly string[]): readonly string[] {
  return [...files].sort((a, b) => Number(b.includes('solver')) - Number(a.includes('solver')) || (a < b ? -1 : 1));
}

export function solverFacts(solver: Message): SolverFacts {
  return {
    baseLr: num(solver, 'base_lr'),
    weightDecay: num(solver, 'weight_decay'),
    states: statesOfSolver(solver),
    randomSeed: entryOf(solver, 'random_seed') ? num(solver, 'random_seed') : -1,
  };
}

/** Which solver belongs to a net, and its settings for the net's initialization. */
import type { NetState } from '../net/model';
import { statesOfSolver } from '../net/named-states';
import { entryOf, num, str, strs, type Message } from '../schema/message';

export interface SolverFacts {
  readonly baseLr: number;
  readonly weightDecay: number;
  /** −1 where Caffe takes a seed from the system. */
  readonly randomSeed: number;
  /** The states in which it builds its nets, if it gives any. */
  readonly states: readonly NetState[];
}

/**
 * `netFile` is the net's file name. Paths in solvers are relative to Caffe's working directory, so only their last part
 * is compared.
 */
export function trains(solver: Message, netFile: string): boolean {
  const paths = [str(solver, 'net'), str(solver, 'train_net'), ...strs(solver, 'test_net')];
  return paths.some((path) => path.split('/').at(-1) === netFile);
}

/** True for a file whose name says that it is a solver. */
export function isSolverName(file: string): boolean {
  return /solver/i.test(file) && file.endsWith('.prototxt');
}

/**
 * The order in which files are searched: those named as solvers first. In a large folder the rest may be left unread.
 */
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

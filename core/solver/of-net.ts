/** Which solver belongs to a net, and its settings for the net's initialization. */
import type { NetState, Phase } from '../net/model';
import { statesOfSolver } from '../net/named-states';
import { entryOf, isUnread, num, nums, str, strs, subs, type Message } from '../schema/message';

export interface SolverFacts {
  /** NaN where it cannot be read. */
  readonly baseLr: number;
  /** NaN where it cannot be read. */
  readonly weightDecay: number;
  /** −1 where Caffe takes a seed from the system. */
  readonly randomSeed: number;
  /** The states in which it builds its nets, if it gives any. */
  readonly states: readonly NetState[];
  /** The phases in which it builds this net. */
  readonly phases: readonly Phase[];
}

/**
 * `netFile` is the net's file name. Paths in solvers are relative to Caffe's working directory, so only their last part
 * is compared.
 */
export function trains(solver: Message, netFile: string): boolean {
  return phasesOf(solver, netFile).length > 0;
}

/**
 * The phases in which a solver builds a net: `net` for TRAIN, and for TEST if `test_iter` asks for more tests than there
 * are nets in `test_net` and `test_net_param` (solver.cpp: InitTestNets).
 */
function phasesOf(solver: Message, netFile: string): readonly Phase[] {
  const names = (...paths: readonly string[]): boolean => paths.some((path) => path.split('/').at(-1) === netFile);
  const tests = strs(solver, 'test_net');
  const ownTests = tests.length + subs(solver, 'test_net_param').length;
  const isShared = names(str(solver, 'net'));
  const isTested = names(...tests) || (isShared && nums(solver, 'test_iter').length > ownTests);
  return [
    ...(isShared || names(str(solver, 'train_net')) ? (['TRAIN'] as const) : []),
    ...(isTested ? (['TEST'] as const) : []),
  ];
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

/** `netFile`: the net's file name. */
export function solverFacts(solver: Message, netFile: string): SolverFacts {
  return {
    baseLr: isUnread(solver, 'base_lr') ? NaN : num(solver, 'base_lr'),
    weightDecay: isUnread(solver, 'weight_decay') ? NaN : num(solver, 'weight_decay'),
    states: statesOfSolver(solver),
    phases: phasesOf(solver, netFile),
    randomSeed: entryOf(solver, 'random_seed') ? num(solver, 'random_seed') : -1,
  };
}

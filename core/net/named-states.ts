/** The states that the text of a net, or of its solver, distinguishes. */
import { entryOf, num, strs, subs, type Message } from '../schema/message';
import type { NetState, Phase } from './model';
import { formatState, readRule, type StateRule } from './state';
import { writtenLayers } from './written-layers';

/** The longest list that is useful to choose from. */
const maxStates = 40;

/**
 * Both phases, with each level and each set of stages that a rule of the net asks for; then those of a solver. Sorted
 * by name, those without level and stages first.
 */
export function namedStates(net: Message, ofSolver: readonly NetState[] = []): readonly NetState[] {
  const rules = rulesOf(net);
  const levels = [
    ...new Set([
      0,
      ...rules.flatMap(({ minLevel, maxLevel }) => [minLevel, maxLevel].filter((level) => level !== undefined)),
    ]),
  ].sort((a, b) => a - b);
  const stages = new Map<string, readonly string[]>([['', []]]);
  for (const rule of rules)
    for (const set of [rule.stages, ...[...rule.stages, ...rule.notStages].map((stage) => [stage])])
      stages.set([...set].sort().join(' '), set);
  const phases: readonly Phase[] = ['TRAIN', 'TEST'];
  const plain = [...stages.values()].flatMap((set) =>
    levels.flatMap((level) => phases.map((phase): NetState => ({ phase, level, stages: set }))),
  );
  return [...new Map([...plain, ...ofSolver].map((state) => [formatState(state), state])).values()].slice(0, maxStates);
}

/** The states that a solver builds its nets in (solver.cpp: InitTrainNet, InitTestNets). */
export function statesOfSolver(solver: Message): readonly NetState[] {
  const stateIn =
    (phase: Phase) =>
    (state: Message): NetState => ({
      phase,
      level: entryOf(state, 'level') ? num(state, 'level') : 0,
      stages: strs(state, 'stage'),
    });
  return [...subs(solver, 'train_state').map(stateIn('TRAIN')), ...subs(solver, 'test_state').map(stateIn('TEST'))];
}

/** All `include` and `exclude` rules of the layers. */
export function rulesOf(net: Message): readonly StateRule[] {
  return writtenLayers(net).flatMap(({ message }) =>
    [...subs(message, 'include'), ...subs(message, 'exclude')].map(readRule),
  );
}

/** The states in which a refactoring must preserve the meaning of names. */
import type { Analysis } from '../analysis/analysis';
import { memoize } from '../lazy';
import type { NetState } from '../net/model';
import { rulesOf } from '../net/named-states';
import { formatState, testState, trainState } from '../net/state';

/**
 * The states that the file serves, both phases, and each phase with each stage that a rule in the file names; empty for
 * anything but a net.
 */
export const statesOf: (analysis: Analysis) => readonly NetState[] = memoize(({ kind, states, message }) => {
  if (kind !== 'net') return [];
  const stages = new Set(message ? rulesOf(message).flatMap((rule) => [...rule.stages, ...rule.notStages]) : []);
  const all = [
    ...states,
    trainState,
    testState,
    ...[...stages].flatMap((stage) => [trainState, testState].map((state) => ({ ...state, stages: [stage] }))),
  ];
  return [...new Map(all.map((state) => [formatState(state), state])).values()];
});

/** The states in which the names of a text must go on meaning what they mean. */
import type { Analysis } from '../analysis/analysis';
import { memoize } from '../lazy';
import type { NetState } from '../net/model';
import { rulesOf } from '../net/named-states';
import { formatState, testState, trainState } from '../net/state';

/** Those that the file serves, both phases, and each phase with each stage that a rule of the file names; none for what is no net. */
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

/** The states in which a refactoring must preserve the meaning of names. */
import type { Analysis } from '../analysis/analysis';
import { memoize } from '../lazy';
import type { NetState } from '../net/model';
import { rulesOf } from '../net/named-states';
import { formatState, testState, trainState } from '../net/state';

/** Of layers in all states that are not the file's own: each is inferred for a refactoring. */
const maxInferred = 1 << 16;

/**
 * The states that the file serves, both phases, and each phase with each stage that a rule in the file names; empty for
 * anything but a net, and where they are too many to be looked at: then nothing is known to be safe. Public nets name at
 * most four stages.
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
  const distinct = [...new Map(all.map((state) => [formatState(state), state])).values()];
  return (distinct.length - states.length) * (message?.entries.length ?? 0) > maxInferred ? [] : distinct;
});

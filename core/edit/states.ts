/** The states in which the names of a text must go on meaning what they mean. */
import type { Analysis } from '../analysis';
import type { NetState } from '../net/model';
import { formatState, testState, trainState } from '../net/state';
import { strs, subs, type Message } from '../schema/message';

/** Those that the file serves, both phases, and each phase with each stage that a rule of the file names; none for what is no net. */
export function statesOf(analysis: Analysis): readonly NetState[] {
  let states = known.get(analysis);
  if (!states) known.set(analysis, (states = allStates(analysis)));
  return states;
}

/** An analysis never changes. */
const known = new WeakMap<Analysis, readonly NetState[]>();

function allStates({ kind, states, message }: Analysis): readonly NetState[] {
  if (kind !== 'net') return [];
  const stages = message ? stagesIn(message) : [];
  const all = [...states, trainState, testState, ...stages.flatMap((stage) => [trainState, testState].map((state) => ({ ...state, stages: [stage] })))];
  return [...new Map(all.map((state) => [formatState(state), state])).values()];
}

function stagesIn(net: Message): readonly string[] {
  const stages = new Set<string>();
  for (const { field, value } of net.entries) {
    if ((field.name !== 'layer' && field.name !== 'layers') || typeof value !== 'object') continue;
    for (const rule of [...subs(value, 'include'), ...subs(value, 'exclude')]) {
      for (const stage of [...strs(rule, 'stage'), ...strs(rule, 'not_stage')]) stages.add(stage);
    }
  }
  return [...stages];
}

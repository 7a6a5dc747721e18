/** The solver's learning-rate policy, and Caffe's conditions on it. */
import type { LearningPolicy, SolverRules } from '../net/rules';
import { suggesting, type Problem } from '../problems';
import { entryOf, str, valueSpan, type Message } from '../schema/message';
import type { OtherCaffes } from '../schema/types';
import { slipOf } from '../text/suggest';
import { firstPlace } from './place';

/** Undefined where this Caffe has no such policy. */
export function policyOf(solver: Message, { policies }: SolverRules): LearningPolicy | undefined {
  return policies.get(str(solver, 'lr_policy'));
}

export function checkLearningPolicy(
  solver: Message,
  rules: SolverRules,
  others: OtherCaffes | undefined,
): readonly Problem[] {
  const policy = policyOf(solver, rules);
  if (policy === undefined) return unknownPolicy(solver, rules, others);
  return [...policy.check(solver), ...(rules.check?.(solver) ?? [])];
}

function unknownPolicy(
  solver: Message,
  { policies: { types } }: SolverRules,
  others: OtherCaffes | undefined,
): readonly Problem[] {
  const written = entryOf(solver, 'lr_policy');
  if (!written) return [{ code: 'solver/no-policy', span: firstPlace(solver), args: { policies: types } }];
  const policy = str(solver, 'lr_policy');
  const args = { policy, policies: types };
  const span = valueSpan(written);
  const suggestion = slipOf(policy, types);
  if (others?.accepts(policy)) return [];
  const owners = others?.policyOwners(policy) ?? [];
  if (owners.length > 0)
    return [{ code: 'schema/other-caffe', span, args: { name: policy, names: [policy], all: [policy], owners } }];
  if (others && suggestion === undefined && policy !== '')
    return [{ code: 'schema/unknown-name', span, args: { what: { phrase: 'learning-policy' }, name: policy } }];
  return [suggesting({ code: 'solver/unknown-policy', span, args }, suggestion)];
}

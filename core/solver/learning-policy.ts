/** The conditions of the learning rate's policies (sgd_solver.cpp, GetLearningRate). */
import { suggesting, type Problem } from '../problems';
import { shortestFloat32 } from '../numbers';
import { entryOf, num, placeOf, str, valueSpan, type Message } from '../schema/message';
import { slipOf } from '../text/suggest';
import type { OtherCaffes } from '../schema/types';
import { firstPlace } from './place';

export type LearningPolicy = 'fixed' | 'step' | 'exp' | 'inv' | 'multistep' | 'poly' | 'sigmoid';

interface Conditions {
  /** `gamma` must not be negative. */
  readonly gamma?: true;
  /** `stepsize` must be above 0. */
  readonly stepsize?: true;
}

const policies: Readonly<Record<LearningPolicy, Conditions>> = {
  fixed: {},
  step: { gamma: true, stepsize: true },
  exp: { gamma: true },
  inv: { gamma: true },
  multistep: { gamma: true },
  poly: {},
  sigmoid: { gamma: true, stepsize: true },
};

export const learningPolicies: readonly string[] = Object.keys(policies);

/** Undefined where Caffe has no such policy. */
export function policyOf(solver: Message): LearningPolicy | undefined {
  const policy = str(solver, 'lr_policy');
  return isPolicy(policy) ? policy : undefined;
}

export function checkLearningPolicy(solver: Message, others: OtherCaffes | undefined): readonly Problem[] {
  const policy = policyOf(solver);
  if (policy === undefined) return unknownPolicy(solver, others);
  const { gamma, stepsize } = policies[policy];
  return [
    ...(stepsize && !(num(solver, 'stepsize') > 0) ? [conditionOf(solver, policy, 'stepsize', 'solver/stepsize')] : []),
    ...(gamma && !(num(solver, 'gamma') >= 0) ? [conditionOf(solver, policy, 'gamma', 'solver/gamma')] : []),
  ];
}

function isPolicy(policy: string): policy is LearningPolicy {
  return learningPolicies.includes(policy);
}

/** At the field, or at the policy that asks for it where it is not written. */
function conditionOf(
  solver: Message,
  policy: LearningPolicy,
  field: string,
  code: 'solver/gamma' | 'solver/stepsize',
): Problem {
  const span = placeOf(solver, entryOf(solver, field) ? field : 'lr_policy');
  return { code, span, args: { policy, found: shortestFloat32(num(solver, field)) } };
}

function unknownPolicy(solver: Message, others: OtherCaffes | undefined): readonly Problem[] {
  const written = entryOf(solver, 'lr_policy');
  if (!written) return [{ code: 'solver/no-policy', span: firstPlace(solver), args: { policies: learningPolicies } }];
  const policy = str(solver, 'lr_policy');
  const args = { policy, policies: learningPolicies };
  const span = valueSpan(written);
  const suggestion = slipOf(policy, learningPolicies);
  if (others?.accepts(policy)) return [];
  if (others && suggestion === undefined && policy !== '')
    return [{ code: 'schema/unknown-name', span, args: { what: { phrase: 'learning-policy' }, name: policy } }];
  return [suggesting({ code: 'solver/unknown-policy', span, args }, suggestion)];
}

/** The policies before 2019, when Caffe did not check their fields: most forks have these (their sgd_solver.cpp). */
import { none } from '../../lists';
import { registry, type LearningPolicy, type SolverRules } from '../../net/rules';
import { stepsizeToDivideBy } from '../conditions';
import { exp } from '../exp';
import { fixed } from '../fixed';
import { inv } from '../inv';
import { multistep } from '../multistep';
import { poly } from '../poly';
import { sigmoid } from '../sigmoid';
import { step } from '../step';

export const earlierPolicies: readonly LearningPolicy[] = [
  fixed,
  { ...step, check: stepsizeToDivideBy },
  ...[exp, inv, multistep].map(unchecked),
  poly,
  unchecked(sigmoid),
];

/** Adds policies of a fork, which replace those of the same name. */
export function earlierSolver(...more: readonly LearningPolicy[]): SolverRules {
  return { policies: registry([...earlierPolicies, ...more]) };
}

function unchecked(policy: LearningPolicy): LearningPolicy {
  return { ...policy, check: () => none };
}

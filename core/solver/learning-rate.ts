/** A solver's learning rate, in Caffe's own arithmetic (sgd_solver.cpp, GetLearningRate). */
import type { SolverRules } from '../net/rules';
import type { Message } from '../schema/message';
import { checkLearningPolicy, policyOf } from './learning-policy';

/**
 * The rate of an iteration, counted from 0, as a float32; NaN where Caffe computes NaN (poly after `max_iter`), null
 * where it depends on the training (plateau). Undefined where this Caffe rejects the policy or its fields.
 */
export function learningRate(solver: Message, rules: SolverRules, iteration: number): number | null | undefined {
  const policy = policyOf(solver, rules);
  if (policy === undefined || checkLearningPolicy(solver, rules, undefined).length > 0) return undefined;
  const { warmUp, least } = rules;
  const from = warmUp?.iterations(solver) ?? 0;
  const rate = warmUp && iteration < from ? warmUp.rate(solver, iteration) : policy.rate(solver, iteration, from);
  if (rate === null || !least) return rate;
  const bound = least.of(solver);
  return rate < bound ? bound : rate;
}

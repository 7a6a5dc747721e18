/** A solver's learning-rate policy in words and numbers, for hover. */
import type { LearningPolicy, SolverRules } from '../net/rules';
import { isUnread, num, type Message } from '../schema/message';
import { learningRate } from './learning-rate';
import { policyOf } from './learning-policy';

export interface Schedule {
  /** The value of `lr_policy`. */
  readonly policy: string;
  /** A formula in `i`, the iteration, in plain text: `0.01 · 0.1^⌊i / 30⌋`. */
  readonly formula: string;
  /** The fields that the rate depends on, besides `base_lr`. */
  readonly reads: readonly string[];
  /**
   * The most informative rates: the first, those where it changes by a step, the last (`max_iter` − 1), in order, as
   * far as they are known.
   */
  readonly points: readonly SchedulePoint[];
}

export interface SchedulePoint {
  readonly iteration: number;
  readonly rate: number;
}

/** Undefined where this Caffe rejects the policy or its fields, or one of them cannot be read. */
export function describeSchedule(solver: Message, rules: SolverRules): Schedule | undefined {
  const policy = policyOf(solver, rules);
  if (policy === undefined || learningRate(solver, rules, 0) === undefined) return undefined;
  if (['lr_policy', 'base_lr', 'max_iter', ...readsOf(policy, rules)].some((name) => isUnread(solver, name)))
    return undefined;
  const last = Math.max(0, num(solver, 'max_iter') - 1);
  const changes = changesOf(solver, policy, rules).filter((iteration) => iteration <= last);
  const iterations = [...new Set([0, ...changes, last])].sort((a, b) => a - b);
  const points = iterations.flatMap((iteration) => {
    const rate = learningRate(solver, rules, iteration);
    return rate === undefined || rate === null ? [] : [{ iteration, rate }];
  });
  return { policy: policy.type, formula: formulaOf(solver, policy, rules), reads: readsOf(policy, rules), points };
}

/** The fields that a solver's rates depend on, besides `base_lr`. */
export function readsOf({ reads }: LearningPolicy, { warmUp, least }: SolverRules): readonly string[] {
  return [...reads, ...(warmUp?.reads ?? []), ...(least ? [least.field] : [])];
}

function formulaOf(solver: Message, policy: LearningPolicy, { warmUp, least }: SolverRules): string {
  const after = policy.formula(solver);
  const from = warmUp?.iterations(solver) ?? 0;
  const whole = warmUp && from > 0 ? `${warmUp.formula(solver)} (i < ${from}), ${after} (i ≥ ${from})` : after;
  const bound = least?.of(solver) ?? 0;
  return least && bound > 0 ? `max(${least.field}, ${whole})` : whole;
}

/** The most steps that are listed. */
const maxChanges = 8;

function changesOf(solver: Message, policy: LearningPolicy, { warmUp }: SolverRules): readonly number[] {
  const from = warmUp?.iterations(solver) ?? 0;
  const changes = policy.changes?.(solver, { from, most: maxChanges }) ?? [];
  return [...(from > 0 ? [from] : []), ...changes.filter((iteration) => iteration >= from).slice(0, maxChanges)];
}

/** A solver's learning-rate policy in words and numbers, for hover. */
import { formatNumber, shortestFloat32 } from '../numbers';
import { num, nums, type Message } from '../schema/message';
import { learningRate } from './learning-rate';
import { policyOf, type LearningPolicy } from './learning-policy';

export interface Schedule {
  readonly policy: LearningPolicy;
  /** Over `i`, the iteration, in plain text: `0.01 · 0.1^⌊i / 30⌋`. */
  readonly formula: string;
  /** The fields that the policy reads, beside `base_lr`. */
  readonly reads: readonly string[];
  /** Rates that say most: the first, those where it changes by a step, the last (`max_iter` − 1), in order. */
  readonly points: readonly SchedulePoint[];
}

export interface SchedulePoint {
  readonly iteration: number;
  readonly rate: number;
}

/** Undefined where Caffe refuses the policy or its fields. */
export function describeSchedule(solver: Message): Schedule | undefined {
  const policy = policyOf(solver);
  if (policy === undefined || learningRate(solver, 0) === undefined) return undefined;
  const iterations = [...new Set([0, ...changes(solver, policy), lastIteration(solver)])].sort((a, b) => a - b);
  const points = iterations.flatMap((iteration) => {
    const rate = learningRate(solver, iteration);
    return rate === undefined ? [] : [{ iteration, rate }];
  });
  return { policy, formula: formulaOf(solver, policy), reads: reads[policy], points };
}

const reads: Readonly<Record<LearningPolicy, readonly string[]>> = {
  fixed: [],
  step: ['gamma', 'stepsize'],
  exp: ['gamma'],
  inv: ['gamma', 'power'],
  multistep: ['gamma', 'stepvalue'],
  poly: ['power', 'max_iter'],
  sigmoid: ['gamma', 'stepsize'],
};

/** Fields that a policy reads, beside `base_lr`. */
export function policyReads(policy: LearningPolicy): readonly string[] {
  return reads[policy];
}

function formulaOf(solver: Message, policy: LearningPolicy): string {
  const value = (name: string): string => formatNumber(shortestFloat32(num(solver, name)));
  const base = value('base_lr');
  switch (policy) {
    case 'fixed':
      return base;
    case 'step':
      return `${base} · ${value('gamma')}^⌊i / ${value('stepsize')}⌋`;
    case 'exp':
      return `${base} · ${value('gamma')}^i`;
    case 'inv':
      return `${base} · (1 + ${value('gamma')} · i)^(−${value('power')})`;
    case 'multistep':
      return `${base} · ${value('gamma')}^#{s ∈ {${nums(solver, 'stepvalue').join(', ')}} : s ≤ i}`;
    case 'poly':
      return `${base} · (1 − i / ${value('max_iter')})^${value('power')}`;
    case 'sigmoid':
      return `${base} / (1 + e^(−${value('gamma')} · (i − ${value('stepsize')})))`;
  }
}

/** At most this many steps are listed. */
const maxChanges = 8;

function changes(solver: Message, policy: LearningPolicy): readonly number[] {
  const last = lastIteration(solver);
  if (policy === 'step') {
    const size = num(solver, 'stepsize');
    return Array.from({ length: maxChanges }, (_, i) => (i + 1) * size).filter((iteration) => iteration <= last);
  }
  if (policy !== 'multistep') return [];
  const reached: number[] = [];
  for (const value of nums(solver, 'stepvalue').slice(0, maxChanges))
    reached.push(Math.max(value, (reached.at(-1) ?? -1) + 1));
  return reached.filter((iteration) => iteration <= last);
}

function lastIteration(solver: Message): number {
  return Math.max(0, num(solver, 'max_iter') - 1);
}

import type { LearningPolicy } from '../net/rules';
import { num, nums } from '../schema/message';
import { notNegativeGamma } from './conditions';
import { listed, value } from './text';

/** lr = base_lr · gamma^(steps taken), the power in double, the product rounded to float32. */
export const multistep: LearningPolicy = {
  type: 'multistep',
  reads: ['gamma', 'stepvalue'],
  check: notNegativeGamma,
  rate: (solver, iteration, from) => {
    const taken = stepsTaken(nums(solver, 'stepvalue'), iteration, from);
    return Math.fround(num(solver, 'base_lr') * num(solver, 'gamma') ** taken);
  },
  formula: (solver) =>
    `${value(solver, 'base_lr')} · ${value(solver, 'gamma')}^#{s ∈ {${listed(nums(solver, 'stepvalue'))}} : s ≤ i}`,
  changes: (solver, { from, most }) => {
    const reached: number[] = [];
    for (const at of nums(solver, 'stepvalue').slice(0, most))
      reached.push(Math.max(at, (reached.at(-1) ?? from - 1) + 1));
    return reached;
  },
};

/** Caffe takes at most one step per iteration, in written order, from the first iteration that uses the policy. */
export function stepsTaken(stepvalues: readonly number[], iteration: number, from: number): number {
  let taken = 0;
  let next = from;
  for (const value of stepvalues) {
    next = Math.max(next, value);
    if (next > iteration) break;
    taken++;
    next++;
  }
  return taken;
}

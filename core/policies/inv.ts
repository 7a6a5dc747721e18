import type { LearningPolicy } from '../net/rules';
import { num } from '../schema/message';
import { notNegativeGamma } from './conditions';
import { powf } from './float-math';
import { value } from './text';

const { fround } = Math;

/** lr = base_lr · (1 + gamma · i)^(−power), all in float32. */
export const inv: LearningPolicy = {
  type: 'inv',
  reads: ['gamma', 'power'],
  check: notNegativeGamma,
  rate: (solver, iteration) => {
    const base = fround(1 + fround(num(solver, 'gamma') * fround(iteration)));
    return fround(num(solver, 'base_lr') * powf(base, -num(solver, 'power')));
  },
  formula: (solver) => `${value(solver, 'base_lr')} · (1 + ${value(solver, 'gamma')} · i)^(−${value(solver, 'power')})`,
};

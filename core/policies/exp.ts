import type { LearningPolicy } from '../net/rules';
import { num } from '../schema/message';
import { notNegativeGamma } from './conditions';
import { value } from './text';

/** lr = base_lr · gamma^i, the power in double, the product rounded to float32. */
export const exp: LearningPolicy = {
  type: 'exp',
  reads: ['gamma'],
  check: notNegativeGamma,
  rate: (solver, iteration) => Math.fround(num(solver, 'base_lr') * num(solver, 'gamma') ** iteration),
  formula: (solver) => `${value(solver, 'base_lr')} · ${value(solver, 'gamma')}^i`,
};

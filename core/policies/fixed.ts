import type { LearningPolicy } from '../net/rules';
import { none } from '../lists';
import { num } from '../schema/message';
import { value } from './text';

/** lr = base_lr. */
export const fixed: LearningPolicy = {
  type: 'fixed',
  reads: none,
  check: () => none,
  rate: (solver) => num(solver, 'base_lr'),
  formula: (solver) => value(solver, 'base_lr'),
};

import type { LearningPolicy } from '../net/rules';
import { num } from '../schema/message';
import { notNegativeGamma, positiveStepsize } from './conditions';
import { value } from './text';

/** lr = base_lr · gamma^⌊i / stepsize⌋, the power in double, the product rounded to float32. */
export const step: LearningPolicy = {
  type: 'step',
  reads: ['gamma', 'stepsize'],
  check: (solver) => [...positiveStepsize(solver), ...notNegativeGamma(solver)],
  rate: (solver, iteration) =>
    Math.fround(num(solver, 'base_lr') * num(solver, 'gamma') ** Math.trunc(iteration / num(solver, 'stepsize'))),
  formula: (solver) => `${value(solver, 'base_lr')} · ${value(solver, 'gamma')}^⌊i / ${value(solver, 'stepsize')}⌋`,
  changes: (solver, { most }) => {
    const size = num(solver, 'stepsize');
    return size > 0 ? Array.from({ length: most }, (_, i) => (i + 1) * size) : [];
  },
};

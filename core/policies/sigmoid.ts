import type { LearningPolicy } from '../net/rules';
import { num } from '../schema/message';
import { notNegativeGamma, positiveStepsize } from './conditions';
import { expf } from './float-math';
import { value } from './text';

const { fround } = Math;

/** lr = base_lr / (1 + e^(−gamma · (i − stepsize))), all in float32. */
export const sigmoid: LearningPolicy = {
  type: 'sigmoid',
  reads: ['gamma', 'stepsize'],
  check: (solver) => [...positiveStepsize(solver), ...notNegativeGamma(solver)],
  rate: (solver, iteration) => {
    const shifted = fround(fround(iteration) - fround(num(solver, 'stepsize')));
    const exponent = fround(-num(solver, 'gamma') * shifted);
    return fround(num(solver, 'base_lr') * fround(1 / fround(1 + expf(exponent))));
  },
  formula: (solver) =>
    `${value(solver, 'base_lr')} / (1 + e^(−${value(solver, 'gamma')} · (i − ${value(solver, 'stepsize')})))`,
};

import type { LearningPolicy } from '../../net/rules';
import { none } from '../../lists';
import { num } from '../../schema/message';
import { powf } from '../float-math';
import { value } from '../text';

const { fround } = Math;

/** TSN's: lr = base_lr · 10^(−i / stepsize), all in float32 (its solver.cpp). */
export const exp10: LearningPolicy = {
  type: 'exp10',
  reads: ['stepsize'],
  check: () => none,
  rate: (solver, iteration) => {
    const exponent = fround(fround(-iteration) / fround(num(solver, 'stepsize')));
    return fround(num(solver, 'base_lr') * powf(10, exponent));
  },
  formula: (solver) => `${value(solver, 'base_lr')} · 10^(−i / ${value(solver, 'stepsize')})`,
};

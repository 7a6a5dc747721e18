import type { LearningPolicy } from '../net/rules';
import { none } from '../lists';
import { num } from '../schema/message';
import { powf } from './float-math';
import { value } from './text';

const { fround } = Math;

/** lr = base_lr · (1 − i / max_iter)^power, all in float32; NaN after `max_iter`, unless `power` is whole. */
export const poly: LearningPolicy = {
  type: 'poly',
  reads: ['power', 'max_iter'],
  check: () => none,
  rate: (solver, iteration) => {
    const rest = fround(1 - fround(fround(iteration) / fround(num(solver, 'max_iter'))));
    return fround(num(solver, 'base_lr') * powf(rest, num(solver, 'power')));
  },
  formula: (solver) => `${value(solver, 'base_lr')} · (1 − i / ${value(solver, 'max_iter')})^${value(solver, 'power')}`,
};

import type { LearningPolicy } from '../../net/rules';
import { none } from '../../lists';
import { num, nums } from '../../schema/message';
import { listed, value } from '../text';

/**
 * SSD's and Intel's: lr = base_lr · gamma^n, where n grows when the loss has not improved for `plateau_winsize`
 * iterations, with the n-th value the n-th time (their sgd_solver.cpp). The first iteration counts as an improvement,
 * so the rate is known until the first window has passed; from then on it depends on the loss.
 */
export const plateau: LearningPolicy = {
  type: 'plateau',
  reads: ['gamma', 'plateau_winsize'],
  check: () => none,
  rate: (solver, iteration, from) => {
    const [window = Infinity] = nums(solver, 'plateau_winsize');
    return iteration < from + window ? num(solver, 'base_lr') : null;
  },
  formula: (solver) => {
    const windows = listed(nums(solver, 'plateau_winsize'));
    return `${value(solver, 'base_lr')} · ${value(solver, 'gamma')}^#{plateaus of the loss of ${windows} iterations}`;
  },
};

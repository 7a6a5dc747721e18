/** Rules of Intel's solver (its sgd_solver.cpp). */
import { listed } from '../text';
import type { LearningPolicy, SolverRules } from '../../net/rules';
import { entriesOf, num, nums, placeOf } from '../../schema/message';
import { value } from '../text';
import { earlierSolver } from './earlier';
import { plateau } from './plateau';

const { fround } = Math;

/** Each stage has its rate up to and including its last iteration; after the last stage its rate remains. */
const multifixed: LearningPolicy = {
  type: 'multifixed',
  reads: ['stagelr', 'stageiter'],
  check: (solver) => {
    const [rates, iterations] = [entriesOf(solver, 'stagelr').length, entriesOf(solver, 'stageiter').length];
    if (rates === iterations) return [];
    const span = placeOf(solver, iterations > rates || rates === 0 ? 'stageiter' : 'stagelr');
    return [{ code: 'solver/stage-count', span, args: { rates, iterations } }];
  },
  // Without any stage Caffe reads memory before the start of the list.
  rate: (solver, iteration) => {
    const rates = nums(solver, 'stagelr');
    const stage = nums(solver, 'stageiter').findIndex((last) => iteration <= last);
    return (stage < 0 ? rates.at(-1) : rates[stage]) ?? null;
  },
  formula: (solver) => {
    const ends = nums(solver, 'stageiter');
    return listed(nums(solver, 'stagelr').map((rate, i) => `${rate} (i ≤ ${ends[i]})`));
  },
  changes: (solver) => nums(solver, 'stageiter').map((last) => last + 1),
};

/** The rate rises linearly from `warmup_start_lr` to `base_lr`, for any policy. */
export const intelSolver: SolverRules = {
  ...earlierSolver(plateau, multifixed),
  warmUp: {
    reads: ['warmup_iter', 'warmup_start_lr'],
    iterations: (solver) => Math.max(0, num(solver, 'warmup_iter')),
    rate: (solver, iteration) => {
      const [length, start, base] = ['warmup_iter', 'warmup_start_lr', 'base_lr'].map((name) => num(solver, name)) as [
        number,
        number,
        number,
      ];
      const sum = fround(fround(fround(iteration) * base) + fround(fround(length - iteration) * start));
      return fround(sum / fround(length));
    },
    formula: (solver) =>
      `${value(solver, 'warmup_start_lr')} + (${value(solver, 'base_lr')} − ${value(solver, 'warmup_start_lr')}) · i / ${value(solver, 'warmup_iter')}`,
  },
};

/**
 * Rules of DeepDetect's solver (its sgd_solver.cpp): SSD's plateau, warm restarts, and a warm-up as in Intel's Caffe. A
 * restart that would be during the warm-up never happens.
 */
import type { LearningPolicy, SolverRules } from '../../net/rules';
import { registry } from '../../net/rules';
import { none } from '../../lists';
import { num, type Message } from '../../schema/message';
import { bvlcPolicies } from '..';
import { value } from '../text';
import { intelSolver } from './intel';
import { plateau } from './plateau';

const { fround } = Math;

/** More restarts than these are not followed. */
const maxRestarts = 10_000;

interface Period {
  readonly start: number;
  readonly length: number;
  /** The rate at its start. */
  readonly highest: number;
}

/**
 * lr falls as half a cosine from the highest rate to `min_lr` within each period. Each restart multiplies the length of
 * the period by `p_mult`, as an integer, and the highest rate by `lr_mult`.
 */
const sgdr: LearningPolicy = {
  type: 'sgdr',
  reads: ['min_lr', 'lr_mult', 'p_mult', 'period', 'max_iter'],
  check: () => none,
  rate: (solver, iteration, from) => {
    const period = periodOf(solver, iteration, from);
    if (!period) return null;
    const least = num(solver, 'min_lr');
    const share = fround((iteration - period.start) / fround(period.length));
    return fround(least + 0.5 * fround(period.highest - least) * (1 + Math.cos(share * Math.PI)));
  },
  formula: (solver) =>
    `${value(solver, 'min_lr')} + ½ · (${value(solver, 'base_lr')} · ${value(solver, 'lr_mult')}^r − ${value(solver, 'min_lr')}) · (1 + cos(π · i / #{length of the period after r restarts}))`,
};

/** Undefined after too many restarts, or where the length becomes 0. */
function periodOf(solver: Message, iteration: number, from: number): Period | undefined {
  const [factor, fall] = [num(solver, 'p_mult'), num(solver, 'lr_mult')];
  const given = num(solver, 'period');
  let period: Period = {
    start: 0,
    length: given > 0 ? given : num(solver, 'max_iter'),
    highest: num(solver, 'base_lr'),
  };
  for (let restarts = 0; restarts <= maxRestarts; restarts++) {
    const { start, length, highest } = period;
    if (length <= 0) return undefined;
    const next = start + length;
    if (iteration < next || next < from) return period;
    period = { start: next, length: Math.trunc(fround(length * factor)), highest: fround(highest * fall) };
  }
  return undefined;
}

export const deepDetectSolver: SolverRules = {
  ...intelSolver,
  policies: registry([...bvlcPolicies, plateau, sgdr]),
};

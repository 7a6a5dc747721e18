/**
 * NVIDIA's solver (its sgd_solver.cpp, 0.17): a ramp from `rampup_lr` before every policy, a lower bound `min_lr`, and
 * policies for the momentum, which are already used in the first iteration.
 */
import type { LearningPolicy, SolverRules } from '../../net/rules';
import { suggesting, type Problem } from '../../problems';
import { shortestFloat32 } from '../../numbers';
import { entryOf, has, num, placeOf, str, valueSpan, type Message } from '../../schema/message';
import { nearest } from '../../text/suggest';
import { powf } from '../float-math';
import { poly as bvlcPoly } from '../poly';
import { sigmoid as bvlcSigmoid } from '../sigmoid';
import { value } from '../text';
import { earlierSolver } from './earlier';

const { fround } = Math;

/** lr = (base_lr − min_lr) · (1 − i / max_iter)^power + min_lr, in float32. */
const poly: LearningPolicy = {
  ...bvlcPoly,
  check: (solver) => {
    const [base, least] = [num(solver, 'base_lr'), num(solver, 'min_lr')];
    return base >= least ? [] : [minRate(solver, '≤', shortestFloat32(base))];
  },
  rate: (solver, iteration) => {
    const least = num(solver, 'min_lr');
    const last = num(solver, 'max_iter') > 0 ? fround(num(solver, 'max_iter')) : 1;
    const rest = fround(1 - fround(fround(iteration) / last));
    const falling = fround(fround(num(solver, 'base_lr') - least) * powf(rest, num(solver, 'power')));
    return fround(falling + least);
  },
  formula: (solver) =>
    num(solver, 'min_lr') === 0
      ? bvlcPoly.formula(solver)
      : `(${value(solver, 'base_lr')} − ${value(solver, 'min_lr')}) · (1 − i / ${value(solver, 'max_iter')})^${value(solver, 'power')} + ${value(solver, 'min_lr')}`,
};

/** BVLC's formula, computed in double. */
const sigmoid: LearningPolicy = {
  ...bvlcSigmoid,
  check: () => [],
  rate: (solver, iteration) =>
    fround(
      num(solver, 'base_lr') / (1 + Math.exp(-num(solver, 'gamma') * ((iteration - num(solver, 'stepsize')) | 0))),
    ),
};

const momentumPolicies = ['fixed', 'poly', 'opt'] as const;

export const nvidiaSolver: SolverRules = {
  ...earlierSolver(poly, sigmoid),
  warmUp: {
    reads: ['rampup_interval', 'rampup_lr'],
    iterations: (solver) => Math.max(0, num(solver, 'rampup_interval')),
    rate: (solver, iteration) => {
      const share = fround(fround(iteration) / fround(num(solver, 'rampup_interval')));
      const start = num(solver, 'rampup_lr');
      const rise = fround(fround(fround(num(solver, 'base_lr') - start) * share) * share);
      return fround(start + rise);
    },
    formula: (solver) =>
      `${value(solver, 'rampup_lr')} + (${value(solver, 'base_lr')} − ${value(solver, 'rampup_lr')}) · (i / ${value(solver, 'rampup_interval')})²`,
  },
  least: { field: 'min_lr', of: (solver) => num(solver, 'min_lr') },
  check: (solver) => [...(num(solver, 'min_lr') >= 0 ? [] : [minRate(solver, '≥', 0)]), ...momentumProblems(solver)],
};

function minRate(solver: Message, relation: string, bound: number): Problem {
  const span = placeOf(solver, has(solver, 'min_lr') ? 'min_lr' : 'base_lr');
  return { code: 'solver/min-lr', span, args: { found: shortestFloat32(num(solver, 'min_lr')), relation, bound } };
}

function momentumProblems(solver: Message): readonly Problem[] {
  const policy = str(solver, 'momentum_policy');
  const written = entryOf(solver, 'momentum_policy');
  if (!written || momentumPolicies.some((one) => one === policy)) return [];
  const args = { policy, policies: momentumPolicies };
  const problem: Problem = { code: 'solver/unknown-momentum-policy', span: valueSpan(written), args };
  return [suggesting(problem, nearest(policy, momentumPolicies))];
}

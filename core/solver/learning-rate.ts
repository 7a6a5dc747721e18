/** A solver's learning rate, in Caffe's own arithmetic (sgd_solver.cpp, GetLearningRate). */
import { num, nums, type Message } from '../schema/message';
import { expf, powf } from './float-math';
import { checkLearningPolicy, policyOf, type LearningPolicy } from './learning-policy';

/**
 * The rate of an iteration, counted from 0, as a float32; NaN where Caffe computes that (poly behind `max_iter`).
 * Undefined where Caffe refuses the policy or its fields.
 */
export function learningRate(solver: Message, iteration: number): number | undefined {
  const policy = policyOf(solver);
  return policy === undefined || checkLearningPolicy(solver, undefined).length > 0
    ? undefined
    : rateOf(solver, policy, iteration);
}

const { fround } = Math;

/**
 * A power of an int is computed as a double, one of a float as a float, and so is the exponential; the product is rounded
 * to float last of all.
 */
function rateOf(solver: Message, policy: LearningPolicy, iteration: number): number {
  const base = num(solver, 'base_lr');
  const gamma = num(solver, 'gamma');
  switch (policy) {
    case 'fixed':
      return base;
    case 'step':
      return fround(base * gamma ** Math.trunc(iteration / num(solver, 'stepsize')));
    case 'exp':
      return fround(base * gamma ** iteration);
    case 'inv':
      return fround(base * powf(fround(1 + fround(gamma * fround(iteration))), -num(solver, 'power')));
    case 'multistep':
      return fround(base * gamma ** stepsTaken(nums(solver, 'stepvalue'), iteration));
    case 'poly':
      return fround(
        base * powf(fround(1 - fround(fround(iteration) / fround(num(solver, 'max_iter')))), num(solver, 'power')),
      );
    case 'sigmoid': {
      const exponent = fround(-gamma * fround(fround(iteration) - fround(num(solver, 'stepsize'))));
      return fround(base * fround(1 / fround(1 + expf(exponent))));
    }
  }
}

/** Caffe takes at most one step an iteration, in the order written, from iteration 0 on. */
export function stepsTaken(stepvalues: readonly number[], iteration: number): number {
  let taken = 0;
  let next = 0;
  for (const value of stepvalues) {
    next = Math.max(next, value);
    if (next > iteration) break;
    taken++;
    next++;
  }
  return taken;
}

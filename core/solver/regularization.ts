import { suggesting, type Problem } from '../problems';
import { num, placeOf, str, type Message } from '../schema/message';
import { nearest } from '../text/suggest';

const regularizations = ['L1', 'L2'];

/** Caffe reads it only as it updates weights that decay (sgd_solver.cpp, Regularize), so setting up goes well. */
export function checkRegularization(solver: Message): readonly Problem[] {
  const type = str(solver, 'regularization_type');
  if (regularizations.includes(type) || num(solver, 'weight_decay') === 0) return [];
  const span = placeOf(solver, 'regularization_type');
  const problem: Problem = { code: 'solver/unknown-regularization', span, args: { type } };
  return [suggesting(problem, nearest(type, regularizations))];
}

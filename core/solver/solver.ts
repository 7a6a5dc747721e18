/**
 * Caffe's conditions on a solver when it sets it up or computes its first learning rate. The nets that it names are
 * assumed to exist and to be valid.
 */
import type { Dialect } from '../dialects/dialect';
import { whateverItsValues } from '../infer/whatever';
import type { Problem } from '../problems';
import type { Message } from '../schema/message';
import {
  checkAverageLoss,
  checkNetFiles,
  checkRegularization,
  checkTrainNet,
  checkTypeConditions,
  regularizations,
} from './conditions';
import { deadFields } from './dead-fields';
import { checkLearningPolicy } from './learning-policy';
import { checkSolverType, solverTypes } from './solver-type';
import { checkTestNets } from './test-nets';

/** Read by no condition. It is a number in vsubhashini/caffe, for instance, and an enum in BVLC's Caffe. */
const unconditional = 'solver_mode';

/**
 * Takes a SolverParameter, and the Caffe that it is for. Empty where the meaning of a field is unknown, since other
 * conditions may depend on it. No problem depends on a value that could not be read.
 */
export function solverProblems(message: Message, dialect: Pick<Dialect, 'solver' | 'others'>): readonly Problem[] {
  if (message.entries.some(({ field }) => field.unread && field.name !== unconditional)) return [];
  const names = [...dialect.solver.policies.types, ...solverTypes, ...regularizations];
  return whateverItsValues(message, names, (guess) => ofKnownValues(guess, dialect));
}

/** For a solver whose values are all known. */
function ofKnownValues(message: Message, { solver, others }: Pick<Dialect, 'solver' | 'others'>): readonly Problem[] {
  const train = checkTrainNet(message);
  return [
    ...checkSolverType(message, others),
    ...checkAverageLoss(message),
    ...train,
    ...checkNetFiles(message),
    // The number of test nets depends on the train net.
    ...(train.length === 0 ? checkTestNets(message, solver) : []),
    ...checkTypeConditions(message),
    ...checkLearningPolicy(message, solver, others),
    ...checkRegularization(message),
    ...deadFields(message, solver),
  ];
}

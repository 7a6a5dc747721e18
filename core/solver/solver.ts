/**
 * What Caffe refuses of a solver when it sets it up or asks for its first learning rate. The nets that it names are taken
 * to exist and to be sound.
 */
import type { Problem } from '../problems';
import type { Message } from '../schema/message';
import { checkAverageLoss } from './average-loss';
import { deadFields } from './dead-fields';
import { checkLearningPolicy } from './learning-policy';
import { checkNetFiles } from './net-files';
import { checkRegularization } from './regularization';
import { checkSolverType, solverTypeOf } from './solver-type';
import { checkTestNets, countTestNets } from './test-nets';
import { checkTrainNet } from './train-net';
import { checkTypeConditions } from './type-conditions';

export interface SolverFacts {
  /** The solver's class, `SGD` for the old `solver_type: SGD` too. As written where Caffe does not have it. */
  readonly type: string;
  /** How many nets it tests, counting each `test_iter` that takes the train net; undefined where the counts don't fit. */
  readonly testNets: number | undefined;
}

export interface SolverAnalysis {
  readonly problems: readonly Problem[];
  readonly facts: SolverFacts;
}

/** Takes a sound SolverParameter. */
export function analyzeSolver(message: Message): SolverAnalysis {
  const train = checkTrainNet(message);
  const problems = [
    ...checkSolverType(message),
    ...checkAverageLoss(message),
    ...train,
    ...checkNetFiles(message),
    // Which test nets there are follows from the train net.
    ...(train.length === 0 ? checkTestNets(message) : []),
    ...checkTypeConditions(message),
    ...checkLearningPolicy(message),
    ...checkRegularization(message),
    ...deadFields(message),
  ];
  return { problems, facts: { type: solverTypeOf(message), testNets: countTestNets(message) } };
}

/** Conditions of a solver on one or two fields, each with its location in Caffe's sources. */
import { shortestFloat32 } from '../numbers';
import { suggesting, type Problem } from '../problems';
import { entryOf, nameSpan, num, placeOf, str, valueSpan, type Message } from '../schema/message';
import { nearest } from '../text/suggest';
import { byPlace, firstPlace } from './place';
import { solverTypeOf } from './solver-type';

/** The loss is logged as the mean over this many iterations (solver.cpp, Init). */
export function checkAverageLoss(solver: Message): readonly Problem[] {
  const iterations = num(solver, 'average_loss');
  return iterations >= 1
    ? []
    : [{ code: 'solver/average-loss', span: placeOf(solver, 'average_loss'), args: { iterations } }];
}

/** In the order of Caffe's message. */
const trainNetFields = ['net', 'net_param', 'train_net', 'train_net_param'];

/** Exactly one field must give the net to train (solver.cpp, InitTrainNet). */
export function checkTrainNet(solver: Message): readonly Problem[] {
  const given = trainNetFields.flatMap((name) => entryOf(solver, name) ?? []).sort(byPlace);
  const [first, ...others] = given;
  if (!first) return [{ code: 'solver/no-train-net', span: firstPlace(solver), args: {} }];
  const [second] = others;
  if (!second) return [];
  const args = { name: second.field.name, first: first.field.name, found: given.length };
  return [{ code: 'solver/several-train-nets', span: nameSpan(second.node), args }];
}

const netFiles = ['net', 'train_net', 'test_net'];

/** Caffe reads each net when it sets up the solver (solver.cpp), and an empty path names no file. */
export function checkNetFiles(solver: Message): readonly Problem[] {
  return solver.entries
    .filter(({ field, value }) => netFiles.includes(field.name) && value === '')
    .map((entry) => ({ code: 'solver/no-file', span: valueSpan(entry), args: { name: entry.field.name } }));
}

/** Conditions of some solver types on fields that others accept (sgd_solvers.hpp). */
export function checkTypeConditions(solver: Message): readonly Problem[] {
  const type = solverTypeOf(solver);
  if (type !== 'AdaGrad' && type !== 'RMSProp') return [];
  const problems: Problem[] = [];
  const momentum = num(solver, 'momentum');
  if (momentum !== 0) {
    const args = { type, momentum: shortestFloat32(momentum) };
    problems.push({ code: 'solver/momentum', span: placeOf(solver, 'momentum'), args });
  }
  const decay = num(solver, 'rms_decay');
  if (type === 'RMSProp' && !(decay >= 0 && decay < 1)) {
    problems.push({
      code: 'solver/rms-decay',
      span: placeOf(solver, 'rms_decay'),
      args: { decay: shortestFloat32(decay) },
    });
  }
  return problems;
}

export const regularizations = ['L1', 'L2'];

/** Caffe only reads it when it updates weights with decay (sgd_solver.cpp, Regularize), so set-up succeeds. */
export function checkRegularization(solver: Message): readonly Problem[] {
  const type = str(solver, 'regularization_type');
  if (regularizations.includes(type) || num(solver, 'weight_decay') === 0) return [];
  const span = placeOf(solver, 'regularization_type');
  const problem: Problem = { code: 'solver/unknown-regularization', span, args: { type } };
  return [suggesting(problem, nearest(type, regularizations))];
}

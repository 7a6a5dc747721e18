/** What some solver types ask of fields that others use freely (sgd_solvers.hpp). */
import type { Problem } from '../problems';
import { shortestFloat32 } from '../numbers';
import { num, placeOf, type Message } from '../schema/message';
import { solverTypeOf } from './solver-type';

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

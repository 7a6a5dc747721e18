/** Conditions of learning-rate policies, reported at the field, or at the policy where the field is not written. */
import type { Problem, Span } from '../problems';
import { shortestFloat32 } from '../numbers';
import { entryOf, num, placeOf, str, type Message } from '../schema/message';
import { none } from '../lists';

export function notNegativeGamma(solver: Message): readonly Problem[] {
  return num(solver, 'gamma') >= 0 ? none : [conditionOf(solver, 'gamma', 'solver/gamma')];
}

export function positiveStepsize(solver: Message): readonly Problem[] {
  return num(solver, 'stepsize') > 0 ? none : [conditionOf(solver, 'stepsize', 'solver/stepsize')];
}

/** Caffe before 2019 checked nothing, and an integer division by 0 crashed. */
export function stepsizeToDivideBy(solver: Message): readonly Problem[] {
  if (num(solver, 'stepsize') !== 0) return none;
  return [
    {
      code: 'solver/stepsize-zero',
      span: placeOfField(solver, 'stepsize'),
      args: { policy: str(solver, 'lr_policy') },
    },
  ];
}

function conditionOf(solver: Message, field: string, code: 'solver/gamma' | 'solver/stepsize'): Problem {
  const args = { policy: str(solver, 'lr_policy'), found: shortestFloat32(num(solver, field)) };
  return { code, span: placeOfField(solver, field), args };
}

function placeOfField(solver: Message, field: string): Span {
  return placeOf(solver, entryOf(solver, field) ? field : 'lr_policy');
}

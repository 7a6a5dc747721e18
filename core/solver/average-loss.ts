import type { Problem } from '../problems';
import { num, placeOf, type Message } from '../schema/message';

/** The loss is shown as the mean over this many iterations (solver.cpp, Init). */
export function checkAverageLoss(solver: Message): readonly Problem[] {
  const iterations = num(solver, 'average_loss');
  return iterations >= 1
    ? []
    : [{ code: 'solver/average-loss', span: placeOf(solver, 'average_loss'), args: { iterations } }];
}

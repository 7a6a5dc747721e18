import type { Problem } from '../problems';
import { entryOf, nameSpan, type Message } from '../schema/message';
import { byPlace, firstPlace } from './place';

/** In the order in which Caffe names them. */
const trainNetFields = ['net', 'net_param', 'train_net', 'train_net_param'];

/** Exactly one field gives the net that is trained (solver.cpp, InitTrainNet). */
export function checkTrainNet(solver: Message): readonly Problem[] {
  const given = trainNetFields.flatMap((name) => entryOf(solver, name) ?? []).sort(byPlace);
  const [first, ...others] = given;
  if (!first) return [{ code: 'solver/no-train-net', span: firstPlace(solver), args: {} }];
  const [second] = others;
  if (!second) return [];
  const args = { name: second.field.name, first: first.field.name, found: given.length };
  return [{ code: 'solver/several-train-nets', span: nameSpan(second.node), args }];
}

import { writtenParamOf } from '../infer/param-of';
import type { InferredLayer, Weight } from '../infer/types';
import { none, concat } from '../lists';
import type { DeadField } from '../net/rules';
import type { Problem } from '../problems';
import { entriesOf, type Entry, type Message } from '../schema/message';
import type { NetCheck } from './check';

/**
 * Fields that have no effect because of another field, or a bottom, of the same layer. The layer's rule knows which.
 */
export const deadField: NetCheck = {
  kind: 'net',
  code: 'check/dead-field',
  find: ({ analysis }) => analysis.layers.flatMap(deadIn),
};

function deadIn(inferred: InferredLayer): readonly Problem[] {
  const { layer, rule } = inferred;
  const param = writtenParamOf(inferred);
  const unread = rule?.dropsWritten ? reported(entriesOf(layer.message, 'blobs'), `type: "${layer.type}"`) : none;
  if (!param || !rule) return unread;
  const dead = rule.deadFields?.({ param, layer }) ?? none;
  if (dead.length === 0 && unread.length === 0 && !inferred.params.some(isWritten)) return none;
  return allOf(inferred, param, unread, dead);
}

/** Fields that the layer's blobs, or other fields, leave without effect. */
function allOf(
  inferred: InferredLayer,
  param: Message,
  unread: readonly Problem[],
  dead: readonly DeadField[],
): readonly Problem[] {
  const fillers = fillersOf(inferred, param).filter(({ field }) => !dead.some((other) => other.field === field.name));
  return concat(
    unread,
    reported(fillers, 'blobs'),
    dead.flatMap(({ field, cause }) => reported(entriesOf(param, field), cause)),
  );
}

/** No filler runs in a layer whose blobs are written in the file. */
function fillersOf({ params }: InferredLayer, param: Message): readonly Entry[] {
  if (!params.some(isWritten)) return none;
  return param.entries.filter(({ field }) => field.typeName === 'FillerParameter');
}

function isWritten({ start }: Weight): boolean {
  return start.kind === 'written';
}

function reported(entries: readonly Entry[], cause: string): readonly Problem[] {
  return entries.map(
    ({ field, node: { start, end } }): Problem => ({
      code: 'check/dead-field',
      span: { start, end },
      args: { name: field.name, cause },
    }),
  );
}

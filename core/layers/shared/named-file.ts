import type { Problem } from '../../problems';
import { entryOf, placeOf, str, type Message } from '../../schema/message';

/** Caffe opens the file as it sets the layer up; a path that is empty, or not written, is that of no file. */
export function refuseNoFile(param: Message, field: string): readonly Problem[] {
  const entry = entryOf(param, field);
  if (entry ? entry.value === undefined : !param.type.fields.has(field)) return [];
  return str(param, field) === '' ? [{ code: 'data/no-file', span: placeOf(param, field), args: { name: field } }] : [];
}

import type { Problem } from '../../problems';
import { entryOf, placeOf, str, type Message } from '../../schema/message';

/** Caffe opens the file when it sets the layer up; an empty or missing path names no file. */
export function refuseNoFile(param: Message, field: string): readonly Problem[] {
  const entry = entryOf(param, field);
  if (entry ? entry.value === undefined : !param.type.fields.has(field)) return [];
  return str(param, field) === '' ? [{ code: 'data/no-file', span: placeOf(param, field), args: { name: field } }] : [];
}

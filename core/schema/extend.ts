/**
 * Extends a schema by another's differences: fields and enum values are added or replaced; lacked ones stay readable.
 */
import type { RawEnum, RawField, RawFork, RawMessage, RawSchema } from './raw';

/** Later parts take precedence. */
export function extendRaw(base: RawSchema, parts: readonly RawSchema[]): RawSchema {
  const messages = new Map<string, RawMessage>(base.messages.map((message) => [message[0], message]));
  const enums = new Map<string, RawEnum>(base.enums.map((each) => [each[0], each]));
  for (const part of parts) {
    for (const message of part.messages) messages.set(message[0], joinMessage(messages.get(message[0]), message));
    for (const each of part.enums) enums.set(each[0], joinEnum(enums.get(each[0]), each));
  }
  return { messages: [...messages.values()], enums: [...enums.values()] };
}

/**
 * True where two parts define a name differently: a field of another type or label, or a message of the same name where
 * neither part has all fields of the other. `base`: the messages that both extend.
 */
export function clash(a: RawFork, b: RawFork, base: ReadonlySet<string>): boolean {
  const theirs = new Map(b.messages.map((message) => [message[0], message]));
  return a.messages.some(([name, , fields]) => {
    const other = theirs.get(name);
    if (!other) return false;
    const byName = new Map(other[2].map((field) => [field[0], field]));
    const shared = fields.filter(([field]) => byName.has(field));
    if (shared.some((field) => !sameField(field, byName.get(field[0]) ?? field))) return true;
    return !base.has(name) && shared.length < fields.length && shared.length < other[2].length;
  });
}

function sameField(a: RawField, b: RawField): boolean {
  return (a[2] === 2) === (b[2] === 2) && a[3] === b[3];
}

function joinMessage(known: RawMessage | undefined, [name, doc, fields]: RawMessage): RawMessage {
  if (!known) return [name, doc, fields];
  const all = new Map<string, RawField>(known[2].map((field) => [field[0], field]));
  for (const field of fields) {
    // A replaced field keeps its documentation.
    const [key, number, label, type, declared, own, ...owners] = field;
    all.set(key, own === '' ? [key, number, label, type, declared, all.get(key)?.[5] ?? '', ...owners] : field);
  }
  return [name, doc === '' ? known[1] : doc, [...all.values()]];
}

function joinEnum(known: RawEnum | undefined, [name, doc, values]: RawEnum): RawEnum {
  if (!known) return [name, doc, values];
  const all = new Map(known[2].map((value) => [value[0], value]));
  for (const value of values) if (!all.has(value[0])) all.set(value[0], value);
  return [name, known[1], [...all.values()]];
}

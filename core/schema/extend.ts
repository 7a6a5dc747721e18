/**
 * Extends a schema by another's differences: fields and enum values are added or replaced; lacked ones stay readable.
 */
import type { Phrase } from '../problems';
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
    if (shared.some((field) => !alike(field, byName.get(field[0]) ?? field))) return true;
    return !base.has(name) && shared.length < fields.length && shared.length < other[2].length;
  });
}

/** A name that a proto defines in a way that rules written for the usual definition can't read. */
export interface Disagreement {
  /** `Message.field`, or the name of a message or an enum. */
  readonly name: string;
  /** The message that has the field; absent for a message or an enum. */
  readonly message?: string;
  readonly reason: Phrase;
}

/**
 * The fields of `own` whose values are of another kind than in `read`, after the names that are an enum in one and a message in
 * the other. Labels and the width of integers are not compared.
 */
export function* disagreements(own: RawSchema, read: RawSchema): Generator<Disagreement, undefined> {
  const enums = new Set(read.enums.map(([name]) => name));
  const messages = new Map(read.messages.map((message) => [message[0], message]));
  const kinds = { message: { phrase: 'kind-message' }, enum: { phrase: 'kind-enum' } } as const;
  for (const [name] of own.enums) {
    if (messages.has(name))
      yield { name, reason: { phrase: 'another-kind', args: { name, found: kinds.enum, expected: kinds.message } } };
  }
  for (const [name] of own.messages) {
    if (enums.has(name))
      yield { name, reason: { phrase: 'another-kind', args: { name, found: kinds.message, expected: kinds.enum } } };
  }
  for (const [name, , fields] of own.messages) {
    const theirs = new Map(messages.get(name)?.[2].map((field) => [field[0], field]));
    for (const [field, , , found] of fields) {
      const expected = theirs.get(field)?.[3];
      if (expected !== undefined && !isReadAs(found, expected))
        yield {
          name: `${name}.${field}`,
          message: name,
          reason: { phrase: 'other-type', args: { message: name, field, found, expected } },
        };
    }
  }
  return undefined;
}

export function agree(own: RawSchema, read: RawSchema): boolean {
  return disagreements(own, read).next().done === true;
}

function isReadAs(found: string, expected: string): boolean {
  return found === expected || (kindsRead.get(expected)?.test(found) ?? false);
}

const integers = /^u?int(?:32|64)$/;
const texts = /^(?:string|bytes)$/;
const kindsRead: ReadonlyMap<string, RegExp> = new Map([
  ...['int32', 'int64', 'uint32', 'uint64'].map((type) => [type, integers] as const),
  ...['float', 'double'].map((type) => [type, /^(?:float|double|u?int(?:32|64))$/] as const),
  ...['string', 'bytes'].map((type) => [type, texts] as const),
]);

function alike(a: RawField, b: RawField): boolean {
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

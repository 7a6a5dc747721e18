/** Reads a user's own `caffe.proto`, or a fragment of one, as data. */
import { appended } from '../lists';
import type { Phrase } from '../problems';
import { bvlcRaw } from './compiled';
import { disagreements, type Disagreement } from './extend';
import { integerOf, isInteger, parseProto, type ProtoField, type ProtoFile } from './proto/parse';
import { ProtoError } from './proto/tokens';
import type { RawEnum, RawField, RawFork, RawLayer, RawMessage } from './raw';
import type { Label } from './types';

export type ProtoReading =
  | {
      readonly kind: 'proto';
      readonly fork: RawFork;
      /** A whole proto, not a fragment: it has NetParameter. */
      readonly whole: boolean;
      /** The dialect that `// @extends` names. */
      readonly base: string | undefined;
      /** Fields that it defines in a way that the rules can't read: what a net has there is unknown. */
      readonly unread: readonly Fault[];
    }
  /** It can't be read, or defines what every rule reads in another way. */
  | ({ readonly kind: 'broken' } & Fault);

/** `line` counts from 0. */
export interface Fault {
  readonly reason: Phrase;
  readonly line: number;
}

/**
 * `label` is the display name, unless `// @label` gives one. Fields of types that are neither in it nor in `known` are
 * dropped. Comments become the documentation of fields. Names that BVLC Caffe also has are expected to be of the same kind,
 * since the rules read them. Time is linear in the length of the text.
 */
export function readProto(source: string, label: string, known: ReadonlySet<string>): ProtoReading {
  try {
    return readingOf(source, parseProto(source), label, known);
  } catch (error) {
    if (!(error instanceof ProtoError)) throw error;
    return { kind: 'broken', reason: error.reason, line: error.line };
  }
}

function readingOf(source: string, file: ProtoFile, label: string, known: ReadonlySet<string>): ProtoReading {
  const lines = new Map<string, number>();
  const enums = file.enums.map(
    ({ name, doc, values }): RawEnum => [name, doc, values.map((value) => [value.name, value.number, value.doc])],
  );
  const resolve = resolver([...known, ...file.messages.map(({ name }) => name), ...enums.map(([name]) => name)]);
  const raw = file.messages.map((message): RawMessage => {
    const scopes = scopesOf(message.name);
    const fields = message.fields.flatMap((field): readonly RawField[] => {
      const { name, number, label, type, doc } = field;
      const resolved =
        scalars.get(type) ?? resolve(withoutPackage(type, file.package), type.startsWith('.') ? [''] : scopes);
      if (resolved === undefined) return [];
      return [[name, number, labels.indexOf(label), resolved, defaultOf(field, resolved), doc]];
    });
    for (const { name, line } of message.fields) lines.set(`${message.name}.${name}`, line);
    return [message.name, message.doc, fields];
  });
  for (const { name, line } of [...file.messages, ...file.enums]) lines.set(name, line);
  const tags = tagsOf(source);
  const fork: RawFork = {
    label: tags('label')[0] ?? label,
    layers: [...layersOf(raw), ...tags('layer').map(layerOf)],
    lacks: tags('lacks'),
    lacksLayers: tags('lacks-layer'),
    fillers: tags('filler'),
    lacksFillers: tags('lacks-filler'),
    messages: raw,
    enums,
  };
  const other = [...disagreements(fork, bvlcRaw)];
  const faultOf = ({ name, reason }: Disagreement): Fault => ({ reason, line: lines.get(name) ?? 0 });
  const vital = other.find(({ message }) => message === undefined || inEveryNet.has(message));
  if (vital) return { kind: 'broken', ...faultOf(vital) };
  return {
    kind: 'proto',
    fork: other.length > 0 ? { ...fork, unread: other.map(({ name }) => name) } : fork,
    whole: raw.some(([name]) => name === 'NetParameter'),
    base: tags('extends')[0],
    unread: other.map(faultOf),
  };
}

/** Without their fields, nothing is known of any net. */
const inEveryNet: ReadonlySet<string> = new Set(['NetParameter', 'LayerParameter', 'V1LayerParameter']);

/** The values of `// @name …` comments, by name. */
function tagsOf(source: string): (name: string) => readonly string[] {
  const tags = new Map<string, string[]>();
  for (const line of source.split('\n')) {
    const [, name = '', text = ''] = /^\/\/ @([\w-]+) (.+)$/.exec(line.trim()) ?? [];
    if (name !== '') tags.set(name, appended(tags.get(name), text.trim()));
  }
  return (name) => tags.get(name) ?? [];
}

const labels: readonly Label[] = ['optional', 'required', 'repeated'];

/** Maps integer types to those of the same range. */
const scalars: ReadonlyMap<string, string> = new Map([
  ...['int32', 'int64', 'uint32', 'uint64', 'float', 'double', 'bool', 'string', 'bytes'].map(
    (name) => [name, name] as const,
  ),
  ['sint32', 'int32'],
  ['sfixed32', 'int32'],
  ['sint64', 'int64'],
  ['sfixed64', 'int64'],
  ['fixed32', 'uint32'],
  ['fixed64', 'uint64'],
]);

function withoutPackage(type: string, inPackage: string): string {
  const [start = ''] = [`.${inPackage}.`, `${inPackage}.`, '.caffe.', 'caffe.', '.'].filter((each) =>
    type.startsWith(each),
  );
  return type.slice(start.length);
}

/** The declared default, converted to the field's type. */
function defaultOf({ default: written }: ProtoField, type: string): RawField[4] {
  if (!written) return null;
  const { kind, text, line } = written;
  const wrong = (expected: Phrase): ProtoError =>
    new ProtoError(line, { phrase: 'expected-found', args: { expected, found: `“${text.slice(0, longestShown)}”` } });
  if (isWhole(type)) {
    const digits = text.replace(/^-/, '');
    if (kind !== 'number' || !isInteger(digits)) throw wrong({ phrase: 'integer' });
    return text.startsWith('-') ? 0 - integerOf(digits) : integerOf(digits);
  }
  switch (type) {
    case 'float':
    case 'double': {
      const number = kind === 'string' ? NaN : (unending.get(text) ?? Number(text.replace(/f$/i, '')));
      if (Number.isNaN(number) && text !== 'nan') throw wrong({ phrase: 'decimal' });
      return number;
    }
    case 'bool':
      if (kind !== 'name' || (text !== 'true' && text !== 'false')) throw wrong({ phrase: 'true-or-false' });
      return text === 'true';
    case 'string':
    case 'bytes':
      if (kind !== 'string') throw wrong({ phrase: 'quoted-string' });
      return text;
    default:
      if (kind !== 'name') throw wrong({ phrase: 'name' });
      return text;
  }
}

const longestShown = 40;
const unending: ReadonlyMap<string, number> = new Map([
  ['inf', Infinity],
  ['-inf', -Infinity],
]);

function isWhole(type: string): boolean {
  return /^u?int(?:32|64)$/.test(type);
}

/**
 * Looks types up as protobuf does: the innermost scope that has the first part of a name decides. Each scope indexes
 * its direct members by their own names, so that a lookup costs no more for long names.
 */
function resolver(names: Iterable<string>): (type: string, scopes: readonly string[]) => string | undefined {
  const all = new Set(names);
  const inside = new Map<string, Set<string>>();
  for (const name of all) {
    const [scope, own] = split(name);
    const known = inside.get(scope);
    if (known) known.add(own);
    else inside.set(scope, new Set([own]));
  }
  return (type, scopes) => {
    const [first = ''] = type.split('.', 1);
    const scope = scopes.find((each) => inside.get(each)?.has(first));
    const full = scope === undefined || scope === '' ? type : `${scope}.${type}`;
    return all.has(full) ? full : undefined;
  };
}

/** The message itself, those that enclose it, and the file. */
function scopesOf(message: string): readonly string[] {
  const scopes: string[] = [];
  for (let scope = message; scope !== ''; [scope] = split(scope)) scopes.push(scope);
  return [...scopes, ''];
}

/** Splits a name into its scope and its last part. */
function split(name: string): readonly [string, string] {
  const point = name.lastIndexOf('.');
  return [name.slice(0, Math.max(0, point)), name.slice(point + 1)];
}

/** A field `foo_param` of type `FooParameter` configures layers of type `Foo`. */
function layersOf(messages: readonly RawMessage[]): readonly RawLayer[] {
  const fields = messages.find(([name]) => name === 'LayerParameter')?.[2] ?? [];
  return fields.flatMap(([field, , , type, , doc]): readonly RawLayer[] =>
    field.endsWith('_param') && type.endsWith('Parameter')
      ? [[type.slice(0, -'Parameter'.length), field, [], doc]]
      : [],
  );
}

function layerOf(text: string): RawLayer {
  const [names = '', ...rest] = text.split(' : ');
  const [type = '', param = '-', ...also] = names.trim().split(/\s+/);
  return [type, param === '-' ? '' : param, also, rest.join(' : ')];
}

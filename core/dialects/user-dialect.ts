/**
 * A dialect from a user's own proto: a complete one, with the rules of the forks that it resembles, or a fragment that
 * extends another dialect.
 */
import { chooseDialect } from './choose-dialect';
import { dialectOf, partOf } from '.';
import { bvlc } from './bvlc';
import { compatible, compose } from './compose';
import { withEscapedDocs } from './proto-docs';
import type { Chooser, Dialect, Part } from './dialect';
import { bvlcRaw } from '../schema/compiled';
import { agree, extendRaw } from '../schema/extend';
import { forkIds } from '../schema/forks';
import type { ProtoReading } from '../schema/from-proto';
import type { RawFork, RawSchema } from '../schema/raw';

export type Proto = Extract<ProtoReading, { readonly kind: 'proto' }>;

/** The types that a fragment may use without defining them. */
export function knownTypes(): ReadonlySet<string> {
  const schemas: readonly RawSchema[] = [bvlcRaw, ...forkIds.flatMap((id) => partOf(id)?.fork ?? [])];
  return typesOf(schemas);
}

/** `id` is the name shown to the user: the path as given. */
export function chooserOf(proto: Proto, id: string): Chooser {
  const dialects = new Map<string, Dialect>();
  const fork = withEscapedDocs(proto.fork);
  const over = (base: Dialect): Dialect => {
    let dialect = dialects.get(base.id);
    if (!dialect)
      dialects.set(base.id, (dialect = proto.whole ? wholeDialect(fork, id) : fragmentOver(fork, id, base)));
    return dialect;
  };
  const asked = proto.base === undefined ? undefined : dialectOf(proto.base);
  return (tree, named) => {
    const byName = named === undefined ? undefined : dialectOf(named);
    if (byName) return { dialect: byName, reason: { kind: 'asked' } };
    const base = proto.whole ? bvlc : (asked ?? chooseDialect(tree, undefined).dialect);
    return { dialect: over(base), reason: { kind: 'asked' } };
  };
}

function fragmentOver(fork: RawFork, id: string, base: Dialect): Dialect {
  const known = new Map(fork.layers.map((layer) => [layer[0], layer]));
  // A fragment only adds to known types: they keep their rules.
  const layers = [...known.values()].filter(([type]) => !base.layers.get(type));
  // Rules can't read fields that the fragment defines differently.
  const agreeing = base.parts.filter((part) => agree(fork, part.fork));
  const missing = missingParts(fork, base);
  const others = [...agreeing, ...missing];
  const whole = withoutGaps(fork, [bvlcRaw, ...others.map((one) => one.fork)]);
  const part: Part = { id, fork: { ...whole, layers }, rules: {} };
  const dialect = compose([part, ...others], base.parts.length > 1 ? 'kept' : 'lacked');
  return { ...dialect, id, label: `${base.label} + ${fork.label}`, open: true };
}

/** The forks that define the messages which a fragment uses and its base lacks. */
function missingParts(fork: RawFork, base: Dialect): readonly Part[] {
  const { messages } = fork;
  const own = new Set(messages.map(([name]) => name));
  const wanted = messages
    .flatMap(([, , fields]) => fields.map(([, , , type]) => type))
    .filter(
      (type) => isNamed(type) && !own.has(type) && !base.schema.messages.has(type) && !base.schema.enums.has(type),
    );
  const parts: Part[] = [];
  for (const type of wanted) {
    if (parts.some((part) => has(part.fork, type))) continue;
    const id = forkIds.find((each) => has(partOf(each)?.fork, type));
    const part = id === undefined ? undefined : partOf(id);
    if (part && agree(fork, part.fork)) parts.push(part);
  }
  return parts;
}

function has(fork: RawFork | undefined, type: string): boolean {
  return (
    fork !== undefined && (fork.messages.some(([name]) => name === type) || fork.enums.some(([name]) => name === type))
  );
}

/** Drops fields whose types are not defined anywhere, so that the rest of a text can be read. */
function withoutGaps(fork: RawFork, others: readonly RawSchema[]): RawFork {
  const known = typesOf([fork, ...others]);
  const messages = fork.messages.map(([name, doc, fields]): RawSchema['messages'][number] => [
    name,
    doc,
    fields.filter(([, , , type]) => !isNamed(type) || known.has(type)),
  ]);
  return { ...fork, messages };
}

function typesOf(schemas: readonly RawSchema[]): ReadonlySet<string> {
  return new Set(schemas.flatMap(({ messages, enums }) => [...messages, ...enums].map(([name]) => name)));
}

/** True for the name of a message or an enum; protobuf's own scalar types are in lower case. */
function isNamed(type: string): boolean {
  return /^[A-Z]/.test(type);
}

function wholeDialect(proto: RawFork, id: string): Dialect {
  const fork = withoutGaps(proto, [bvlcRaw]);
  const fields = new Map(fork.messages.map(([name, , list]) => [name, new Set(list.map(([field]) => field))]));
  const like = partsLike(fields);
  const read = extendRaw(
    bvlcRaw,
    like.map((part) => part.fork),
  );
  const lacks = read.messages.flatMap(([name, , list]) =>
    list.flatMap(([field]) => (fields.get(name)?.has(field) ? [] : [`${name}.${field}`])),
  );
  const ruled = new Set([...bvlc.layers.types, ...like.flatMap((part) => part.fork.layers.map(([type]) => type))]);
  const part: Part = {
    id,
    fork: { ...fork, layers: fork.layers.filter(([type]) => !ruled.has(type)), lacks },
    rules: {},
  };
  // The proto is the complete schema; of the forks that it resembles only the rules are used, with the fields that they
  // read.
  const enums = new Set(fork.enums.map(([name]) => name));
  const rules = like.map((each) => ({
    ...each,
    fork: { ...each.fork, lacks: [], lacksLayers: [], enums: each.fork.enums.filter(([name]) => !enums.has(name)) },
  }));
  const dialect = compose([part, ...rules], 'lacked');
  return { ...dialect, id, label: fork.label, open: true };
}

/**
 * Forks whose LayerParameter fields are all in the proto, largest first, as long as they are compatible with each
 * other.
 */
function partsLike(fields: ReadonlyMap<string, ReadonlySet<string>>): readonly Part[] {
  const own = fields.get('LayerParameter') ?? new Set();
  const parts: Part[] = [];
  const candidates = forkIds.flatMap((id) => partOf(id) ?? []).map((part) => ({ part, names: layerFields(part.fork) }));
  for (const { part, names } of candidates.sort((a, b) => b.names.length - a.names.length)) {
    if (names.length > 0 && names.every((name) => own.has(name)) && compatible(part, parts)) parts.push(part);
  }
  return parts;
}

function layerFields({ messages }: RawFork): readonly string[] {
  return messages
    .filter(([name]) => name === 'LayerParameter')
    .flatMap(([, , fields]) => fields.map(([field]) => field));
}

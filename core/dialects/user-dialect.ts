/** A user's own proto as a dialect: a whole one with the rules of the forks it is like, or a fragment over another dialect. */
import { chooseDialect } from './choose-dialect';
import { dialectOf, partOf } from '.';
import { bvlc } from './bvlc';
import { compatible, compose } from './compose';
import type { Chooser, Dialect, Part } from './dialect';
import { bvlcRaw } from '../schema/compiled';
import { forkIds } from '../schema/forks';
import type { ProtoReading } from '../schema/from-proto';
import type { RawFork, RawSchema } from '../schema/raw';

export type Proto = Extract<ProtoReading, { readonly kind: 'proto' }>;

/** The types that a fragment may use without saying what they are. */
export function knownTypes(): ReadonlySet<string> {
  const schemas: readonly RawSchema[] = [bvlcRaw, ...forkIds.flatMap((id) => partOf(id)?.fork ?? [])];
  return typesOf(schemas);
}

/** `id` is what outputs call it: the path as given. */
export function chooserOf(proto: Proto, id: string): Chooser {
  const dialects = new Map<string, Dialect>();
  const over = (base: Dialect): Dialect => {
    let dialect = dialects.get(base.id);
    if (!dialect)
      dialects.set(
        base.id,
        (dialect = proto.whole ? wholeDialect(proto.fork, id) : fragmentOver(proto.fork, id, base)),
      );
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
  // A fragment adds to what a known type has: it keeps its rule.
  const layers = [...known.values()].filter(([type]) => !base.layers.get(type));
  const missing = missingParts(fork, base);
  const whole = withoutGaps(fork, [bvlcRaw, ...[...base.parts, ...missing].map((one) => one.fork)]);
  const part: Part = { id, fork: { ...whole, layers }, rules: {} };
  const dialect = compose([part, ...base.parts, ...missing], base.parts.length > 1 ? 'kept' : 'lacked');
  return { ...dialect, id, label: `${base.label} + ${fork.label}`, open: true };
}

/** The forks that have the messages which a fragment uses and its base lacks. */
function missingParts({ messages }: RawFork, base: Dialect): readonly Part[] {
  const own = new Set(messages.map(([name]) => name));
  const wanted = messages
    .flatMap(([, , fields]) => fields.map(([, , , type]) => type))
    .filter(
      (type) => isNamed(type) && !own.has(type) && !base.schema.messages.has(type) && !base.schema.enums.has(type),
    );
  const parts: Part[] = [];
  for (const type of wanted) {
    if (parts.some(({ fork }) => has(fork, type))) continue;
    const id = forkIds.find((each) => has(partOf(each)?.fork, type));
    const part = id === undefined ? undefined : partOf(id);
    if (part) parts.push(part);
  }
  return parts;
}

function has(fork: RawFork | undefined, type: string): boolean {
  return (
    fork !== undefined && (fork.messages.some(([name]) => name === type) || fork.enums.some(([name]) => name === type))
  );
}

/** Without the fields whose types nobody defines: a text is read by the rest. */
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

/** True for a message or an enum: protobuf's own types are in small letters. */
function isNamed(type: string): boolean {
  return /^[A-Z]/.test(type);
}

function wholeDialect(proto: RawFork, id: string): Dialect {
  const fork = withoutGaps(proto, [bvlcRaw]);
  const fields = new Map(fork.messages.map(([name, , list]) => [name, new Set(list.map(([field]) => field))]));
  const lacks = bvlcRaw.messages.flatMap(([name, , list]) =>
    list.flatMap(([field]) => (fields.get(name)?.has(field) ? [] : [`${name}.${field}`])),
  );
  const like = partsLike(fields);
  const ruled = new Set([...bvlc.layers.types, ...like.flatMap((part) => part.fork.layers.map(([type]) => type))]);
  const part: Part = {
    id,
    fork: { ...fork, layers: fork.layers.filter(([type]) => !ruled.has(type)), lacks },
    rules: {},
  };
  // What the proto says is all there is: of the forks it is like, only the rules count.
  const rules = like.map((each) => ({
    ...each,
    fork: { ...each.fork, lacks: [], lacksLayers: [], messages: [], enums: [] },
  }));
  const dialect = compose([part, ...rules], 'lacked');
  return { ...dialect, id, label: fork.label, open: true };
}

/** Forks of which a proto has every field of LayerParameter, the largest first, as long as they agree. */
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

/** Caffes of the atlas as parts of a dialect: the atlas has their names and types, `atlas-caffes.ts` their rules. */
import { atlas } from '../schema/atlas';
import { bvlcRaw } from '../schema/compiled';
import type { RawField, RawFork, RawLayer, RawSchema, RawValue } from '../schema/raw';
import { atlasCaffes, atlasLayers, type AtlasCaffe, type AtlasLayers } from './atlas-caffes';
import type { ForkRules, Part } from './dialect';

/** The Caffes with a name that one of these repositories is. */
export function caffesOf(repositories: readonly number[]): readonly AtlasCaffe[] {
  return withAny(atlasCaffes, namesOf(repositories));
}

/** What is modelled of these repositories. */
export function layersOf(repositories: readonly number[]): readonly AtlasLayers[] {
  return withAny(atlasLayers, namesOf(repositories));
}

function namesOf(repositories: readonly number[]): readonly string[] {
  return repositories.flatMap((index) => atlas().repositories[index] ?? []);
}

function withAny<Some extends AtlasLayers>(all: readonly Some[], names: readonly string[]): readonly Some[] {
  return all.filter(({ repositories }) => repositories.some((name) => names.includes(name)));
}

/** A Caffe that the user names: all that its repositories have. Beside what is not modelled, shapes are unknown. */
export function partOfCaffe({ id, label, repositories, documented }: AtlasCaffe): Part {
  const modelled = withAny(atlasLayers, repositories);
  const indices = repositories.map((name) => atlas().repositories.indexOf(name));
  const fork = modelledIn(atlas().forkOf(indices.filter((index) => index >= 0)), modelled);
  const own: RawFork = {
    ...fork,
    label,
    messages: fork.messages.map(([name, doc, fields]) => [name, doc, fields.map(unowned)]),
    enums: fork.enums.map(([name, doc, values]) => [name, doc, values.map(unownedValue)]),
    layers: fork.layers.map(ownLayer),
  };
  return {
    id,
    fork: own,
    rules: {
      layers: modelled.flatMap(({ layers }) => layers),
      ...solverIn(modelled),
      ...(documented && { documented }),
    },
  };
}

/** The rules of the first that has any. */
export function solverIn(modelled: readonly AtlasLayers[]): Pick<ForkRules, 'solver'> {
  const solver = modelled.find((each) => each.solver)?.solver;
  return solver ? { solver } : {};
}

/**
 * Names that the rules read, or that change no shape, are no longer names of an unknown Caffe. What a rule reads in a
 * message that other layers have too is known for the layers of that rule only.
 */
export function modelledIn(fork: RawFork, modelled: readonly AtlasLayers[]): RawFork {
  if (modelled.length === 0) return fork;
  const types = new Set(modelled.flatMap(({ layers }) => layers.map(({ type }) => type)));
  const neutral = new Set(modelled.flatMap((each) => each.neutral ?? []));
  const read = modelled.map(({ repositories, layers }) => ({
    repositories,
    readers: readersIn([bvlcRaw, fork], layers),
  }));
  /** Empty for a name that none of its owners' rules reads. */
  const readersOf = (names: readonly string[], owners: readonly string[] = []): readonly string[] => [
    ...new Set(
      read
        .filter(({ repositories }) => repositories.some((name) => owners.includes(name)))
        .flatMap(({ readers }) => names.flatMap((name) => [...(readers.get(name) ?? [])])),
    ),
  ];
  return {
    ...fork,
    messages: fork.messages.map(([message, doc, own]) => [
      message,
      doc,
      own.map((field) => {
        const key = `${message}.${field[0]}`;
        if (neutral.has(key) || neutral.has(message)) return ownField(field);
        const readers = readersOf([message, key], field[6]);
        return readers.length > 0 ? ownField(field, readers) : field;
      }),
    ]),
    enums: fork.enums.map(([name, doc, values]) => [
      name,
      doc,
      values.map((value) => {
        if (neutral.has(name)) return ownValue(value);
        const readers = readersOf([name], value[3]);
        return readers.length > 0 ? ownValue(value, readers) : value;
      }),
    ]),
    layers: fork.layers.map((layer) => (types.has(layer[0]) ? ownLayer(layer) : layer)),
  };
}

/**
 * The layer types whose rules read a name: a field of LayerParameter (`LayerParameter.name`), its type, or a type in it.
 */
function readersIn(
  schemas: readonly RawSchema[],
  layers: AtlasLayers['layers'],
): ReadonlyMap<string, ReadonlySet<string>> {
  const readers = new Map<string, Set<string>>();
  for (const { type, param, alsoReads = [] } of layers) {
    const fields = [...(param === undefined ? [] : [param]), ...alsoReads].map((name) => `LayerParameter.${name}`);
    for (const name of [...fields, ...typesIn(schemas, new Set(fields))]) {
      const known = readers.get(name) ?? new Set();
      readers.set(name, known.add(type));
    }
  }
  return readers;
}

/** The types of these fields (`Message.field`) and all types inside them. */
function typesIn(schemas: readonly RawSchema[], fields: ReadonlySet<string>): ReadonlySet<string> {
  const inside = new Map<string, string[]>();
  const found = new Set<string>();
  for (const [message, , all] of schemas.flatMap(({ messages }) => messages)) {
    const types = inside.get(message) ?? [];
    inside.set(message, types);
    for (const [name, , , type] of all) {
      types.push(type);
      if (fields.has(`${message}.${name}`)) found.add(type);
    }
  }
  for (const type of found) for (const inner of inside.get(type) ?? []) found.add(inner);
  return found;
}

function ownField([name, number, label, type, declared, doc]: RawField, readers?: readonly string[]): RawField {
  return [name, number, label, type, declared, doc, undefined, readers];
}

function ownValue([name, number, doc]: RawValue, readers?: readonly string[]): RawValue {
  return [name, number, doc, undefined, readers];
}

/** Without owners, but still of unknown meaning. */
function unowned([name, number, label, type, declared, doc, owners, readBy]: RawField): RawField {
  return [name, number, label, type, declared, doc, owners && [], readBy];
}

function unownedValue([name, number, doc, owners, readBy]: RawValue): RawValue {
  return [name, number, doc, owners && [], readBy];
}

function ownLayer([type, param, alsoReads, doc]: RawLayer): RawLayer {
  return [type, param, alsoReads, doc];
}

/** Caffes of the atlas as parts of a dialect: the atlas has their names and types, `atlas-caffes.ts` their rules. */
import { atlas } from '../schema/atlas';
import { bvlcRaw } from '../schema/compiled';
import type { RawEnum, RawField, RawFork, RawLayer, RawSchema } from '../schema/raw';
import { atlasCaffes, atlasLayers, type AtlasCaffe, type AtlasLayers } from './atlas-caffes';
import type { Part } from './dialect';

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
    rules: { layers: modelled.flatMap(({ layers }) => layers), ...(documented && { documented }) },
  };
}

/** Names that the rules read, or that change no shape, are no longer names of an unknown Caffe. */
export function modelledIn(fork: RawFork, modelled: readonly AtlasLayers[]): RawFork {
  if (modelled.length === 0) return fork;
  const rules = modelled.flatMap(({ layers }) => layers);
  const types = new Set(rules.map(({ type }) => type));
  const read = rules.flatMap(({ param, alsoReads = [] }) => [...(param === undefined ? [] : [param]), ...alsoReads]);
  const fields = new Set(read.map((name) => `LayerParameter.${name}`));
  const neutral = new Set(modelled.flatMap((each) => each.neutral ?? []));
  const inside = typesIn([bvlcRaw, fork], fields);
  return {
    ...fork,
    messages: fork.messages.map(([name, doc, own]) => [
      name,
      doc,
      own.map((field) => {
        const key = `${name}.${field[0]}`;
        return inside.has(name) || fields.has(key) || neutral.has(key) || neutral.has(name) ? ownField(field) : field;
      }),
    ]),
    enums: fork.enums.map((each) => (inside.has(each[0]) || neutral.has(each[0]) ? ownEnum(each) : each)),
    layers: fork.layers.map((layer) => (types.has(layer[0]) ? ownLayer(layer) : layer)),
  };
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

function ownField([name, number, label, type, declared, doc]: RawField): RawField {
  return [name, number, label, type, declared, doc];
}

function ownEnum([name, doc, values]: RawEnum): RawEnum {
  return [name, doc, values.map(([value, number, text]) => [value, number, text])];
}

/** Without owners, but still of unknown meaning. */
function unowned([name, number, label, type, declared, doc, owners]: RawField): RawField {
  return owners ? [name, number, label, type, declared, doc, []] : [name, number, label, type, declared, doc];
}

type RawValue = RawEnum[2][number];

function unownedValue([name, number, doc, owners]: RawValue): RawValue {
  return owners ? [name, number, doc, []] : [name, number, doc];
}

function ownLayer([type, param, alsoReads, doc]: RawLayer): RawLayer {
  return [type, param, alsoReads, doc];
}

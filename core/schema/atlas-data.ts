/** The contents of `schemas/atlas.json` as `scripts/lib/pack-atlas.mjs` packs them; unpacked at first use. */
import type { Label } from './types';

/** How some repositories define a field. */
export interface AtlasField {
  readonly label: Label;
  /**
   * As a proto file would write it, with full nested names: `float`, `FillerParameter`, `PriorBoxParameter.CodeType`.
   */
  readonly type: string;
  /** As text: `0.5`, `true`, the name of an enum value; absent where none is declared. */
  readonly default?: string;
  /** Indices into `Atlas.repositories`, ascending. */
  readonly repositories: readonly number[];
}

/** How many bottoms or tops a layer accepts; absent where it is not known. */
export interface AtlasCount {
  readonly min?: number;
  readonly max?: number;
}

/** How some repositories define a layer type, as far as their headers show. */
export interface AtlasLayerDefinition {
  readonly repositories: readonly number[];
  readonly bottoms: AtlasCount;
  readonly tops: AtlasCount;
}

export interface AtlasData {
  readonly repositories: readonly string[];
  /** By message, then by field. */
  readonly messages: ReadonlyMap<string, ReadonlyMap<string, readonly AtlasField[]>>;
  /** By enum, then by value: the repositories that have it. */
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  readonly layers: ReadonlyMap<string, readonly AtlasLayerDefinition[]>;
}

/** All repositories with one of the definitions, ascending. */
export function ownersOf(definitions: readonly { readonly repositories: readonly number[] }[]): readonly number[] {
  const [first] = definitions;
  if (!first || definitions.length === 1) return first?.repositories ?? [];
  return [...new Set(definitions.flatMap((definition) => definition.repositories))].sort((a, b) => a - b);
}

/** Alternating: the index of a set of repositories, then what they have as space-separated words, and so on. */
type Groups = readonly (number | string)[];

interface Packed {
  readonly repositories: readonly string[];
  /** Differences of ascending indices, starting from -1. */
  readonly sets: readonly (readonly number[])[];
  readonly messages: Readonly<Record<string, Groups>>;
  readonly enums: Readonly<Record<string, Groups>>;
  readonly layers: Readonly<Record<string, readonly PackedLayer[]>>;
}

/** The set, then counts in the order exact, minimum and maximum of bottoms, then of tops. */
type PackedLayer = readonly [number, ...(number | null)[]];

export function unpackAtlas(packed: string): AtlasData {
  const { repositories, sets, messages, enums, layers } = JSON.parse(packed) as Packed;
  const members = sets.map((differences) => {
    let index = -1;
    return differences.map((difference) => (index += difference));
  });
  const setOf = (index: number): readonly number[] => members[index] ?? [];
  return {
    repositories,
    messages: mapped(messages, (groups) => fieldsOf(groups, setOf)),
    enums: mapped(enums, (groups) => {
      const values = new Map<string, readonly number[]>();
      for (const { set, words } of groupsOf(groups)) for (const value of words) values.set(value, setOf(set));
      return values;
    }),
    layers: mapped(layers, (definitions) => definitions.map((definition) => layerOf(definition, setOf))),
  };
}

function fieldsOf(groups: Groups, setOf: (set: number) => readonly number[]): ReadonlyMap<string, AtlasField[]> {
  const fields = new Map<string, AtlasField[]>();
  for (const { set, words } of groupsOf(groups)) {
    for (let i = 0; i + 1 < words.length; i += 2) {
      const [name = '', type = ''] = words.slice(i, i + 2);
      const field = fieldOf(type, setOf(set));
      const known = fields.get(name);
      if (known) known.push(field);
      else fields.set(name, [field]);
    }
  }
  return fields;
}

const labels: Readonly<Record<string, Label>> = { '*': 'repeated', '!': 'required' };

function fieldOf(text: string, repositories: readonly number[]): AtlasField {
  const label = labels[text[0] ?? ''];
  const declared = label ? text.slice(1) : text;
  const equals = declared.indexOf('=');
  return {
    label: label ?? 'optional',
    type: equals < 0 ? declared : declared.slice(0, equals),
    ...(equals >= 0 && { default: decodeURI(declared.slice(equals + 1)) }),
    repositories,
  };
}

function layerOf([set, ...counts]: PackedLayer, setOf: (set: number) => readonly number[]): AtlasLayerDefinition {
  return {
    repositories: setOf(set),
    bottoms: countOf(counts.slice(0, 3)),
    tops: countOf(counts.slice(3)),
  };
}

function countOf([exact = null, least = null, most = null]: readonly (number | null)[]): AtlasCount {
  const [min, max] = [exact ?? least, exact ?? most];
  return { ...(min !== null && { min }), ...(max !== null && { max }) };
}

function groupsOf(groups: Groups): readonly { readonly set: number; readonly words: readonly string[] }[] {
  return Array.from({ length: groups.length >> 1 }, (_, i) => ({
    set: Number(groups[2 * i]),
    words: String(groups[2 * i + 1]).split(' '),
  }));
}

function mapped<From, To>(object: Readonly<Record<string, From>>, change: (from: From) => To): ReadonlyMap<string, To> {
  return new Map(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

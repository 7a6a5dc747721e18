/** The forks of Caffe, compiled from `schemas/forks`; read at first use and cached. */
import { lazy } from '../lazy';
import { appended } from '../lists';
import { extendRaw } from './extend';
import { forkTexts, sharedTexts } from './generated/forks';
import type { RawFork, RawSchema } from './raw';
import type { ForkName, ForkNames } from './types';

/** The names in `--schema` and in settings, in alphabetical order. */
export const forkIds: readonly string[] = Object.keys(forkTexts);

export function rawFork(id: string): RawFork | undefined {
  const known = kept.get(id);
  if (known) return known;
  const text = textOf(forkTexts, id);
  if (text === undefined) return undefined;
  const { imports, ...own } = JSON.parse(text) as RawFork & { readonly imports: readonly string[] };
  const parts = [...imports.map(sharedSchema), own];
  const fork = { ...own, ...extendRaw(nothing, parts) };
  kept.set(id, fork);
  return fork;
}

/** Which Caffes besides BVLC's have a field, an enum value, a layer type or a filler type. */
export const forkNames: ForkNames = {
  fieldOwners: (message, field) => owners(`field ${message}.${field}`),
  repeatedFieldOwners: (message, field) => owners(`repeated ${message}.${field}`),
  enumValueOwners: (enumName, value) => owners(`value ${enumName}.${value}`),
  layerTypeOwners: (type) => owners(`layer ${type}`),
  fillerOwners: (type) => owners(`filler ${type}`),
};

const kept = new Map<string, RawFork>();
const nothing: RawSchema = { messages: [], enums: [] };

function sharedSchema(name: string): RawSchema {
  const text = textOf(sharedTexts, name);
  if (text === undefined) throw new Error(`there is no schemas/forks/shared/${name}.proto`);
  return JSON.parse(text) as RawSchema;
}

/** A name comes from a user's text and may be any, such as `constructor`. */
function textOf(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

const index = lazy(indexed);

/** In a `RawField`. */
const repeated = 2;

function owners(key: string): readonly ForkName[] {
  return index().get(key) ?? [];
}

function indexed(): ReadonlyMap<string, readonly ForkName[]> {
  const all = new Map<string, ForkName[]>();
  for (const id of forkIds) {
    const fork = rawFork(id);
    if (!fork) continue;
    const name = { id, label: fork.label };
    for (const key of new Set(keysOf(fork))) all.set(key, appended(all.get(key), name));
  }
  return all;
}

function keysOf({ messages, enums, layers, fillers }: RawFork): readonly string[] {
  return [
    ...messages.flatMap(([message, , fields]) =>
      fields.flatMap(([field, , label]) => [
        `field ${message}.${field}`,
        ...(label === repeated ? [`repeated ${message}.${field}`] : []),
      ]),
    ),
    ...enums.flatMap(([name, , values]) =>
      values.flatMap(([value, number]) => [`value ${name}.${value}`, `value ${name}.${number}`]),
    ),
    ...layers.map(([type]) => `layer ${type}`),
    ...fillers.map((type) => `filler ${type}`),
  ];
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atlas } from '#core/schema/atlas';
import { unpackAtlas, type AtlasCount } from '#core/schema/atlas-data';
import { bvlcRaw } from '#core/schema/compiled';
import { extendRaw } from '#core/schema/extend';
import { packedAtlas } from '#core/schema/generated/atlas';
import { link } from '#core/schema/link';
import type { RawFork } from '#core/schema/raw';
import type { Schema } from '#core/schema/types';

interface Definition {
  readonly in: readonly number[];
  readonly [key: string]: unknown;
}

interface Source {
  readonly repositories: readonly string[];
  readonly messages: Readonly<Record<string, Readonly<Record<string, readonly Definition[]>>>>;
  readonly enums: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
  readonly layers: Readonly<Record<string, readonly Definition[]>>;
}

const source = JSON.parse(readFileSync(resolve('schemas/atlas.json'), 'utf8')) as Source;
const { repositories } = atlas();
const all = repositories.map((_, index) => index);

function linked(...forks: readonly RawFork[]): Schema {
  return link('atlas', extendRaw(bvlcRaw, forks));
}

function entriesOf<Value>(object: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(object));
}

describe('the compiled atlas', () => {
  const data = unpackAtlas(packedAtlas);

  test('has the repositories, fields and values of the source', () => {
    expect(data.repositories).toEqual(source.repositories);
    for (const [message, fields] of Object.entries(source.messages)) {
      const expected = [...entriesOf(fields)].map(([name, definitions]) => [
        name,
        new Set(definitions.map(({ in: owners, ...definition }) => ({ ...definition, repositories: owners }))),
      ]);
      const found = [...(data.messages.get(message) ?? [])].map(([name, definitions]) => [name, new Set(definitions)]);
      expect(new Map(found as [])).toEqual(new Map(expected as []));
    }
    expect(data.messages.size).toBe(Object.keys(source.messages).length);
    expect(data.enums).toEqual(
      new Map([...entriesOf(source.enums)].map(([name, values]) => [name, entriesOf(values)])),
    );
  });

  test('has the layers of the source with their counts', () => {
    const count = (exact: unknown, min: unknown, max: unknown): AtlasCount => ({
      ...((exact ?? min) === undefined ? {} : { min: Number(exact ?? min) }),
      ...((exact ?? max) === undefined ? {} : { max: Number(exact ?? max) }),
    });
    const expected = [...entriesOf(source.layers)].map(([type, definitions]) => [
      type,
      definitions.map((definition) => ({
        repositories: definition.in,
        bottoms: count(definition['exactbottom'], definition['minbottom'], definition['maxbottom']),
        tops: count(definition['exacttop'], definition['mintop'], definition['maxtop']),
      })),
    ]);
    expect(data.layers).toEqual(new Map(expected as []));
  });
});

describe('forkOf', () => {
  test.each(repositories.map((name, each) => [name, each] as const))('%s links', (_, each) => {
    const fork = atlas().forkOf([each]);
    const { messages, enums } = linked(fork);
    for (const [name, , fields] of fork.messages)
      for (const [field] of fields) expect(messages.get(name)?.fields.has(field)).toBe(true);
    for (const [name, , values] of fork.enums)
      for (const [value] of values) expect(enums.get(name)?.values.has(value)).toBe(true);
  });

  test('pairs link, and where both have a name, it is as in the first', () => {
    for (let i = 0; i < all.length; i += 20) {
      for (let j = 0; j < all.length; j += 20) {
        if (i === j) continue;
        const alone = atlas().forkOf([i]);
        const { messages } = linked(atlas().forkOf([i, j]));
        for (const [name, , fields] of alone.messages)
          for (const [field, , , type] of fields) expect(messages.get(name)?.fields.get(field)?.typeName).toBe(type);
      }
    }
  }, 60_000);

  test('all together link', () => {
    expect(linked(atlas().forkOf(all)).messages.size).toBeGreaterThan(Object.keys(source.messages).length);
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atlas, atlasOf } from '#core/schema/atlas';
import { unpackAtlas, type AtlasCount, type AtlasData, type AtlasField } from '#core/schema/atlas-data';
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

function forkOfNames(...names: readonly string[]): RawFork {
  return atlas().forkOf(names.map((name) => repositories.indexOf(name)));
}

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

describe('owners', () => {
  const named = (owners: readonly number[] | undefined): readonly string[] =>
    (owners ?? []).flatMap((owner) => repositories[owner] ?? []);

  test('are known for a field, with all its definitions', () => {
    expect(atlas().fieldDefinitions('UpsampleParameter', 'scale').length).toBeGreaterThan(3);
    expect(named(atlas().fieldOwners('DecodeBBoxParameter', 'gt_iou_thr'))).toEqual([
      'zhaoweicai/cascade-rcnn',
      'zhaoweicai/mscnn',
    ]);
  });

  test('are known for a layer type', () => {
    expect(named(atlas().layer('ProposalTarget')?.repositories)).toContain('zhaoweicai/mscnn');
  });

  test('are known for an enum value', () => {
    const [owner] = Object.values(source.enums['PoolingParameter.PoolMethod'] ?? {})[0] ?? [];
    const [value = ''] = Object.keys(source.enums['PoolingParameter.PoolMethod'] ?? {});
    expect(atlas().enumValueOwners('PoolingParameter.PoolMethod', value)).toContain(owner);
  });

  test.each(['constructor', 'toString', 'no_such_name', ''])('are empty for %j', (name) => {
    expect(atlas().fieldDefinitions('LayerParameter', name)).toEqual([]);
    expect(atlas().fieldOwners(name, name)).toEqual([]);
    expect(atlas().hasMessage(name)).toBe(false);
    expect(atlas().enumValueOwners(name, name)).toEqual([]);
    expect(atlas().layer(name)).toBeUndefined();
  });
});

test('has only facts: names, and no longer texts', () => {
  const names = [
    ...Object.entries(source.messages).flatMap(([message, fields]) => [message, ...Object.keys(fields)]),
    ...Object.entries(source.enums).flatMap(([name, values]) => [name, ...Object.keys(values)]),
    ...Object.keys(source.layers),
  ];
  expect(names.filter((name) => !/^[\w.]{1,80}$/.test(name))).toEqual([]);
  expect(repositories.filter((name) => !/^[\w.-]+\/[\w.-]+$/.test(name))).toEqual([]);
  const definitions = Object.values(source.messages).flatMap((fields) => Object.values(fields).flat());
  const keys = new Set(definitions.flatMap((definition) => Object.keys(definition)));
  expect([...keys].sort()).toEqual(['default', 'in', 'label', 'type']);
  expect(definitions.filter(({ default: value = '' }) => !/^\S{0,80}$/.test(String(value)))).toEqual([]);
});

describe('forkOf', () => {
  test.each(repositories.map((name, each) => [name, each] as const))('links the schema of %s', (_, each) => {
    const fork = atlas().forkOf([each]);
    const { messages, enums } = linked(fork);
    const missing = [
      ...fork.messages.flatMap(([name, , fields]) =>
        fields.filter(([field]) => messages.get(name)?.fields.has(field) !== true),
      ),
      ...fork.enums.flatMap(([name, , values]) =>
        values.filter(([value]) => enums.get(name)?.values.has(value) !== true),
      ),
    ];
    expect(missing).toEqual([]);
  });

  test('links pairs; where both have a name, the first takes precedence', () => {
    const other: string[] = [];
    for (let i = 0; i < all.length; i += 20) {
      const alone = atlas().forkOf([i]);
      for (let j = 0; j < all.length; j += 20) {
        if (i === j) continue;
        const { messages } = linked(atlas().forkOf([i, j]));
        for (const [name, , fields] of alone.messages)
          for (const [field, , , type] of fields)
            if (messages.get(name)?.fields.get(field)?.typeName !== type) other.push(`${i} ${j} ${name}.${field}`);
      }
    }
    expect(other).toEqual([]);
  }, 60_000);

  test('links a type without a definition as a message without fields', () => {
    const { messages } = linked(forkOfNames('SSAW14/LearnableDilationNetwork'));
    expect(messages.get('LayerParameter')?.fields.get('stop_param')?.message?.fields.size).toBe(0);
  });

  test("changes BVLC's own fields only to types that accept more, and keeps their defaults", () => {
    const data: AtlasData = {
      repositories: ['ada/caffe'],
      messages: new Map([
        [
          'PoolingParameter',
          new Map([
            ['stride', [{ label: 'repeated', type: 'uint32', repositories: [0] }]],
            ['pad', [{ label: 'optional', type: 'string', repositories: [0] }]],
          ]),
        ],
        [
          'ConvolutionParameter',
          new Map([
            ['pad', [{ label: 'optional', type: 'uint32', default: '0', repositories: [0] }]],
            ['num_output', [{ label: 'optional', type: 'uint64', repositories: [0] }]],
            ['bias_term', [{ label: 'optional', type: 'bool', default: 'false', repositories: [0] }]],
          ]),
        ],
      ]),
      enums: new Map(),
      layers: new Map(),
    };
    expect(atlasOf(data).forkOf([0]).messages).toEqual([
      ['PoolingParameter', '', [['stride', NaN, 2, 'uint32', 1, '', ['ada/caffe']]]],
      ['ConvolutionParameter', '', [['num_output', NaN, 0, 'uint64', null, '', ['ada/caffe']]]],
    ]);
  });

  test('takes a repeated field where a repository has both, and the first repository that has the name', () => {
    const definition = (label: 'optional' | 'repeated', type: string, ...owners: readonly number[]): AtlasField => ({
      label,
      type,
      repositories: owners,
    });
    const data: AtlasData = {
      repositories: ['ada/caffe', 'bo/net'],
      messages: new Map([
        ['A', new Map([['x', [definition('optional', 'float', 0, 1), definition('repeated', 'int32', 0)]]])],
      ]),
      enums: new Map(),
      layers: new Map(),
    };
    const typesOf = (...chosen: readonly number[]): readonly unknown[] =>
      atlasOf(data)
        .forkOf(chosen)
        .messages.flatMap(([, , fields]) => fields.map(([, , , type]) => type));
    expect([typesOf(0), typesOf(1), typesOf(0, 1), typesOf(1, 0)]).toEqual([
      ['int32'],
      ['float'],
      ['int32'],
      ['float'],
    ]);
  });

  test('takes a name that is a message and an enum as one of the two, and drops fields of the other kind', () => {
    const fields = (...names: readonly string[]): readonly unknown[] => {
      const { messages } = linked(forkOfNames(...names));
      const layer = messages.get('LayerParameter')?.fields;
      return ['datatype', 'bottom_data_type'].map((field) => layer?.get(field)?.kind);
    };
    expect(fields('BVLC/caffe')).toEqual([undefined, 'enum']);
    expect(fields('Cambricon/caffe', 'BVLC/caffe')).toEqual(['message', undefined]);
  });

  test('adds nothing for an unknown repository', () => {
    expect(atlas().forkOf([-1, 1e6]).messages).toEqual([]);
  });

  test('links all repositories together', () => {
    expect(linked(atlas().forkOf(all)).messages.size).toBeGreaterThan(Object.keys(source.messages).length);
  });
});

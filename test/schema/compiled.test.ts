/** `schemas/bvlc.proto` matches Caffe's proto exactly; the facts are in `test/fixtures/bvlc.schema.json`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bvlcSchema } from '#core/schema/compiled';
import { forkIds, forkNames, rawFork } from '#core/schema/forks';
import type { FieldType } from '#core/schema/types';

interface Fact {
  readonly number: number;
  readonly label: string;
  readonly type: string;
  readonly default?: string;
}

interface Facts {
  readonly messages: Readonly<Record<string, Readonly<Record<string, Fact>>>>;
  readonly enums: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const facts = JSON.parse(readFileSync(new URL('../fixtures/bvlc.schema.json', import.meta.url), 'utf8')) as Facts;

test('has every field of every message, with number, label, type and default, and no other', () => {
  const ours = Object.fromEntries(
    [...bvlcSchema.messages].map(([name, { fields }]) => [
      name,
      Object.fromEntries([...fields].map(([field, type]) => [field, factOf(type)])),
    ]),
  );
  const theirs = Object.fromEntries(
    Object.entries(facts.messages).map(([name, fields]) => [
      name,
      Object.fromEntries(Object.entries(fields).map(([field, fact]) => [field, normal(fact)])),
    ]),
  );
  expect(ours).toEqual(theirs);
});

test('has every value of every enum, and no other', () => {
  const ours = Object.fromEntries(
    [...bvlcSchema.enums].map(([name, { values }]) => [
      name,
      Object.fromEntries([...values].map(([value, { number }]) => [value, number])),
    ]),
  );
  expect(ours).toEqual(facts.enums);
});

test("uses the zero of its type as a field's default if none is declared", () => {
  const field = (message: string, name: string): FieldType | undefined =>
    bvlcSchema.messages.get(message)?.fields.get(name);
  expect(field('ConvolutionParameter', 'num_output')?.default).toBe(0);
  expect(field('LayerParameter', 'name')?.default).toBe('');
  expect(field('LayerParameter', 'phase')?.default).toBe('TRAIN');
  expect(field('BatchNormParameter', 'eps')?.default).toBe(Math.fround(1e-5));
  expect(field('LayerParameter', 'convolution_param')?.message).toBe(bvlcSchema.messages.get('ConvolutionParameter'));
});

test('explains every message and field with a sentence of its own', () => {
  const unexplained = [...bvlcSchema.messages.values()].flatMap(({ name, doc, fields }) => [
    ...(doc.length < 10 ? [name] : []),
    ...[...fields.values()].filter((field) => !/.{8,}[.:]$/.test(field.doc)).map((field) => `${name}.${field.name}`),
  ]);
  expect(unexplained).toEqual([]);
});

test.each(forkIds)('%s: explains every message, field and value that BVLC lacks with a sentence of its own', (id) => {
  const { messages = [], enums = [] } = rawFork(id) ?? {};
  const isSentence = (doc: string): boolean => /^.{4,}\.$/.test(doc);
  const unexplained = [
    ...messages.filter(([name, doc]) => !bvlcSchema.messages.has(name) && !isSentence(doc)).map(([name]) => name),
    ...messages.flatMap(([name, , fields]) =>
      fields
        .filter(
          ([field, , , , , doc]) =>
            !(doc === '' && bvlcSchema.messages.get(name)?.fields.has(field)) && !isSentence(doc),
        )
        .map(([field]) => `${name}.${field}`),
    ),
    ...enums.flatMap(([name, , values]) =>
      values
        .filter(([value, , doc]) => !(doc === '' && bvlcSchema.enums.get(name)?.values.has(value)) && !isSentence(doc))
        .map(([value]) => `${name}.${value}`),
    ),
  ];
  expect(unexplained).toEqual([]);
});

test('lists the owners of names that only forks have', () => {
  expect(forkNames.fieldOwners('LayerParameter', 'permute_param').map(({ label }) => label)).toEqual(
    expect.arrayContaining(['SSD', 'NVIDIA Caffe']),
  );
  expect(forkNames.fieldOwners('PoolingParameter', 'ceil_mode')).toEqual([
    { id: 'ceil-mode', label: 'ceil_mode (PR 3057)' },
  ]);
  expect(forkNames.layerTypeOwners('ROIPooling').map(({ id }) => id)).toContain('fast-rcnn');
  expect(forkNames.fillerOwners('gabor').map(({ id }) => id)).toEqual(['intel']);
  expect(forkNames.fieldOwners('LayerParameter', 'name')).toEqual([]);
  expect(forkNames.layerTypeOwners('Convolution')).toEqual([]);
});

function factOf({ number, label, typeName, hasDefault, default: value }: FieldType): unknown {
  return { number, label, type: typeName, default: hasDefault ? value : undefined };
}

function normal({ number, label, type, default: value }: Fact): unknown {
  return { number, label, type, default: value === undefined ? undefined : parsed(type, value) };
}

function parsed(type: string, value: string): unknown {
  if (type === 'bool') return value === 'true';
  if (type === 'float') return Math.fround(Number(value));
  return /^(?:u?int(?:32|64)|double)$/.test(type) ? Number(value) : value;
}

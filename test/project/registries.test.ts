/** One file per layer type and filler type: each file is registered, and each registration has its file. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

interface Named {
  readonly type: string;
}

interface Registry {
  readonly types: readonly string[];
  readonly get: (type: string) => object | undefined;
}

/** The rules that the files of a room export, by file name. */
async function rulesIn(
  room: string,
  isRule: (value: object) => value is Named,
): Promise<readonly { readonly file: string; readonly rule: Named }[]> {
  const files = readdirSync(resolve(root, 'core', room)).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  const modules = await Promise.all(
    files.map(async (file) => ({ file, values: Object.values(await moduleOf(room, file)) })),
  );
  return modules.flatMap(({ file, values }) =>
    values
      .filter((value): value is Named => typeof value === 'object' && value !== null && isRule(value))
      .map((rule) => ({ file, rule })),
  );
}

async function moduleOf(room: string, file: string): Promise<Record<string, unknown>> {
  return (await import(resolve(root, 'core', room, file))) as Record<string, unknown>;
}

/** Normalizes names: `PReLU` and `prelu.ts`, `positive_unitball` and `positive-unitball.ts`. */
function plain(name: string): string {
  return name.replace(/\.ts$/, '').replace(/[-_]/g, '').toLowerCase();
}

const rooms = [
  {
    room: 'layers',
    name: 'bvlcLayers',
    isRule: (value: object): value is Named => 'type' in value && 'setUp' in value,
  },
  {
    room: 'fillers',
    name: 'bvlcFillers',
    isRule: (value: object): value is Named => 'type' in value && 'reads' in value,
  },
];

test.each(rooms)("registers every rule in core/$room under its file's name", async ({ room, name, isRule }) => {
  const registry = (await moduleOf(room, 'index.ts'))[name] as Registry;
  const rules = await rulesIn(room, isRule);
  expect(rules.filter(({ rule }) => registry.get(rule.type) !== rule).map(({ file }) => file)).toEqual([]);
  expect(
    rules.filter(({ file, rule }) => plain(file) !== plain(rule.type)).map(({ file, rule }) => `${file}: ${rule.type}`),
  ).toEqual([]);
  expect(rules.map(({ rule }) => rule.type).sort()).toEqual([...registry.types]);
});

/** Each layer, filler, policy, check and feature has a test of its own name: a fault in one shows in its own test first. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What is no unit of its own: registries, and what units of a folder share. */
const shared: Readonly<Record<string, readonly string[]>> = {
  'core/layers': ['index'],
  'core/layers/forks': [
    'fields',
    'loose',
    'matching',
    'named',
    'needs',
    'region-values',
    'results',
    'samplers',
    'shaped',
    'without-nodes',
  ],
  'core/fillers': ['checks', 'fans', 'index', 'uniform-facts'],
  'core/fillers/forks': ['legacy'],
  'core/policies': ['conditions', 'index', 'text'],
  'core/policies/forks': [],
  'core/checks': ['check', 'facts', 'index', 'place'],
  'server/features': ['blob-places', 'prefix-runs', 'target-in-words', 'ways-out'],
};

const testsOf = (folder: string): string =>
  join(root, folder.replace('server/features', 'server').replace(/^(core\/)?/, 'test/'));

test.each(Object.keys(shared))('every file of %s has a test', (folder) => {
  const units = namesIn(folder).filter((name) => !shared[folder]?.includes(name));
  expect(units.filter((name) => !existsSync(join(testsOf(folder), `${name}.test.ts`)))).toEqual([]);
});

test.each(Object.entries(shared))('what units of %s share is there', (folder, names) => {
  expect(names.filter((name) => !namesIn(folder).includes(name))).toEqual([]);
});

function namesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length));
}

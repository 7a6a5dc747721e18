/** Which nets in the folder of a model may be its own, by their texts alone. */
import { expect, test } from 'vitest';
import type { ModelLayer } from '#core/weight-files/read-caffemodel';
import { netsOfModel } from '#project/nets-of-model';
import { memoryFiles } from '../support/memory-files';

const uri = 'file:///m/alex_iter_100.caffemodel';
const blob = { shape: [1], isLegacy: false, count: 1, ranges: [], isDouble: false };
const layer = (name: string, ...blobs: readonly (typeof blob)[]): ModelLayer => ({ name, type: '', blobs });
const layers = [layer('data'), layer('conv1', blob), layer('fc "6"', blob), layer('fc7', blob)];

const found = async (
  files: Readonly<Record<string, string>>,
  open: Readonly<Record<string, string>> = {},
): Promise<readonly (readonly [string, number])[]> => {
  const inFolder = Object.fromEntries(Object.entries(files).map(([name, text]) => [`file:///m/${name}`, text]));
  const nets = await netsOfModel(uri, layers, memoryFiles(inFolder), (each) => open[each]);
  return nets.map((net) => [net.uri.replace('file:///m/', ''), net.shared]);
};

const named = (...names: readonly string[]): string => names.map((name) => `layer { name: ${name} }`).join('\n');

test('are those with names of its layers that have blobs, most of them first', async () => {
  expect(
    await found({
      'a.prototxt': named('"conv1"'),
      'b.prototxt': named('"conv1"', "'fc7'", '"fc7"', '\'fc "6"\''),
      'c.prototxt': named('"data"', '"else"'),
      'd.txt': named('"conv1"', '"fc7"'),
      'solver.prototxt': 'net: "b.prototxt"',
    }),
  ).toEqual([
    ['b.prototxt', 3],
    ['a.prototxt', 1],
  ]);
});

test('begin with one that names the model, and have the texts of open documents', async () => {
  const files = { 'a.prototxt': named('"conv1"', '"fc7"'), 'b.prototxt': '' };
  const text = `# prototxt: weights alex_iter_100.caffemodel\n${named('"fc7"')}`;
  expect(await found(files, { 'file:///m/b.prototxt': text })).toEqual([
    ['b.prototxt', 1],
    ['a.prototxt', 2],
  ]);
});

test('are few, and are searched in few files, first in those with a similar name', async () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`0${i}.prototxt`, named('"fc7"')]));
  const nets = await found({ ...many, 'alex_deploy.prototxt': named('"conv1"', '"fc7"') });
  expect(nets.length).toBe(8);
  expect(nets[0]).toEqual(['alex_deploy.prototxt', 2]);
});

test('takes time in proportion to a text that looks like names without end', async () => {
  const text = 'name:"'.repeat(100_000) + ' '.repeat(100_000) + "name : '".repeat(50_000);
  expect(await found({ 'a.prototxt': text })).toEqual([]);
});

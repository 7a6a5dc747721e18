/** The command lines of the README, as they are written there, over the example nets. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shell } from './shell';

const readme = readFileSync('README.md', 'utf8').replaceAll('\r\n', '\n');
const lines = [...readme.matchAll(/^node dist\/cli\/main\.cjs (.+)$/gm)].map(([, line = '']) => line);
const examples = readdirSync('examples')
  .filter((name) => name.endsWith('.prototxt'))
  .map((name) => `examples/${name}`);
const old = `name: "old" input: "data" input_dim: 1 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "relu" type: RELU bottom: "data" top: "relu" }
`;

test('every command line of the README runs; check finds the mistakes of first_mistakes.prototxt', async () => {
  const files: Record<string, string | Uint8Array> = { 'old.prototxt': old };
  for (const path of examples) files[path] = readFileSync(path, 'utf8');
  const statuses: [command: string, status: number][] = [];
  for (const line of lines) {
    const {
      status,
      created = {},
      written = {},
    } = await shell(line.replace('examples/*.prototxt', examples.join(' ')), {
      files,
    });
    Object.assign(files, created, written);
    statuses.push([line.split(' ')[0] ?? '', status]);
  }
  expect(statuses).toEqual([
    ['check', 1],
    ['inspect', 0],
    ['init', 0],
    ['signal', 0],
    ['run', 0],
    ['weights', 0],
    ['onnx', 0],
    ['format', 0],
    ['upgrade', 0],
    ['portability', 0],
    ['mcp', 0],
  ]);
  expect(files['old.prototxt']).toContain('type: "ReLU"');
});

test('the table of commands has each command that is shown', () => {
  const listed = [...readme.matchAll(/^\| `(\w+)` \|/gm)].map(([, command]) => command);
  expect(listed).toEqual([...new Set(lines.map((line) => line.split(' ')[0]))]);
});

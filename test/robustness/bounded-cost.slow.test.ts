/**
 * The cost of a text depends on its length, not on its values: a short search of `npm run fuzz`. It runs in a separate process
 * to measure only its own CPU time, and ends even if an analysis does not.
 */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { withChanges, type Changes } from './values/other-values';

const root = resolve(import.meta.dirname, '../..');

test('takes at most 20 times as long with other values', { timeout: 600_000 }, async () => {
  // On a busy machine, all costs are higher. What depends on values costs seconds, or never ends.
  const options = ['scripts/fuzz.mjs', '--texts', '120', '--floor', '1000'];
  const search = promisify(execFile)(process.execPath, options, { cwd: root });
  const said = await search.then(
    ({ stdout }) => stdout,
    (error: unknown) => String((error as { stdout?: unknown }).stdout) + String(error),
  );
  expect(said).toContain('120 texts, 0 over the bound');
  expect(said).toContain('0 threw');
  expect(said).not.toContain('without end');
});

const text = `# prototxt: datum 3x32x8
layer { name: "c3" type: "Convolution" convolution_param { kernel_size: 3 pad: 1 num_output: 3 weight_filler { type: "xavier" std: -1e-2 } } } # 4
layer { name: "p" type: "Pooling" pooling_param { pool: MAX kernel_size: 2 } }`;

type How = Changes[number]['how'];

test.each<readonly [How, string, string]>([
  [{ kind: 'number', value: '7' }, 'datum 3x32x8', 'datum 7x32x8'],
  [{ kind: 'fillers', value: 'msra' }, '"xavier"', '"msra"'],
  [{ kind: 'pools', value: 'AVE' }, 'pool: MAX', 'pool: AVE'],
])('changes only these places: %o', (how, from, to) => {
  expect(withChanges(text, [{ at: 0, how }])).toBe(text.replace(from, to));
});

test('changes every number or every value of a field, and no other token', () => {
  expect(withChanges(text, [{ at: 0, how: { kind: 'all', value: '0' } }])).toBe(`# prototxt: datum 0x0x0
layer { name: "c3" type: "Convolution" convolution_param { kernel_size: 0 pad: 0 num_output: 0 weight_filler { type: "xavier" std: 0 } } } # 4
layer { name: "p" type: "Pooling" pooling_param { pool: MAX kernel_size: 0 } }`);
  expect(withChanges(text, [{ at: 0.99, how: { kind: 'field', value: '9' } }])).toBe(
    text.replaceAll(/kernel_size: ./g, 'kernel_size: 9'),
  );
});

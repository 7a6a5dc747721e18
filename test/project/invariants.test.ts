/** Invariants of ARCHITECTURE.md that neither the type checker nor the lint rule for rooms can check. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { bvlc } from '#core/dialects/bvlc';
import { dialectIds, dialectOf } from '#core/dialects/index';

const root = resolve(import.meta.dirname, '../..');

interface Source {
  readonly path: string;
  /** Without comments. */
  readonly code: string;
}

function sourcesIn(room: string): readonly Source[] {
  const folder = join(root, room);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/generated|wasm[\\/]/.test(name))
    .map((name) => ({
      path: `${room}/${name.replaceAll('\\', '/')}`,
      code: readFileSync(join(folder, name), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, ''),
    }));
}

/** The places where a room contains one of the words as a string. */
function spelledIn(room: string, words: ReadonlySet<string>): readonly string[] {
  return sourcesIn(room).flatMap(({ path, code }) =>
    [...code.matchAll(/'([^'\\\n]*)'/g)].flatMap(([, word = '']) => (words.has(word) ? [`${path}: ${word}`] : [])),
  );
}

const layerTypes = new Set(dialectIds.flatMap((id) => dialectOf(id)?.layers.types ?? []));
const netFields = new Set(
  ['NetParameter', 'LayerParameter'].flatMap((name) => [...(bvlc.schema.messages.get(name)?.fields.keys() ?? [])]),
);

test.each([
  'core/text',
  'core/moments',
  'core/infer',
  'core/random',
  'core/weights',
  'core/signal',
  'core/cost',
  'core/checks',
])('%s names no layer type', (room) => {
  expect(layerTypes.size).toBeGreaterThan(100);
  expect(spelledIn(room, layerTypes)).toEqual([]);
});

test('core/text names no field of a net', () => {
  expect(netFields.size).toBeGreaterThan(60);
  expect(spelledIn('core/text', netFields)).toEqual([]);
});

test('no module of core has mutable state', () => {
  expect(
    sourcesIn('core')
      .filter(({ code }) => /^(?:export )?let /m.test(code))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('only the runtime uses timers and clocks', () => {
  const clock = /\bset(?:Timeout|Interval|Immediate)\(|\bDate\.now\(|\bperformance\.|\bnew Date\(/;
  const timed = ['core', 'server']
    .flatMap(sourcesIn)
    .filter(({ code }) => clock.test(code))
    .map(({ path }) => path);
  expect(timed).toEqual(['server/host-timer.ts']);
});

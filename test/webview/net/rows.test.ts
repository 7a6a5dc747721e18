import { expect, test } from 'vitest';
import { formatShape } from '#core/net/shape';
import { changesSince } from '#webview/net/changes';
import {
  batchOf,
  brief,
  columns,
  csvOf,
  markdownOf,
  rowsOf,
  sumRow,
  type Column,
  type TableOptions,
} from '#webview/net/rows';
import { answerOf, beforeOf, conv, data, inPlace } from './answer';

const words = {
  added: 'new',
  removed: 'removed',
  changedType: 'type {before} → {now}',
  changedShape: 'top {before} → {now}',
  changedParams: 'params {difference}',
  changedMacs: 'MACs {difference}',
  changedMemory: 'memory {difference}',
};
const text =
  data +
  conv('a/x', 'data') +
  inPlace('ReLU', 'a/x') +
  conv('a/b/y', 'a/x', 8) +
  conv('a/b/z', 'a/b/y', 2) +
  conv('out', 'a/b/z', 1);
const net = answerOf(text);
const options: TableOptions = {
  sorting: undefined,
  grouped: 'flat',
  collapsed: new Set(),
  changes: undefined,
  shapeOf: ({ tops }) => tops.map(({ shape }) => formatShape(shape)).join(', '),
};
const names = (more: Partial<TableOptions>): readonly string[] =>
  rowsOf(net, null, { ...options, ...more }).map(({ level, name }) => `${'  '.repeat(level)}${name}`);

test('lists layers in text order, or sorted by any column', () => {
  expect(names({})).toEqual(['data', 'a/x', 'a/x_ReLU', 'a/b/y', 'a/b/z', 'out']);
  expect(names({ sorting: { column: 'params', direction: 'descending' } })).toEqual([
    'a/b/y',
    'a/b/z',
    'a/x',
    'out',
    'data',
    'a/x_ReLU',
  ]);
  expect(names({ sorting: { column: 'layer', direction: 'ascending' } })).toEqual([
    'a/b/y',
    'a/b/z',
    'a/x',
    'a/x_ReLU',
    'data',
    'out',
  ]);
});

test('sums by prefix, sorts within each, and collapses as requested', () => {
  expect(names({ grouped: 'grouped' })).toEqual([
    'data',
    'a/',
    '  a/x',
    '  a/x_ReLU',
    '  a/b/',
    '    a/b/y',
    '    a/b/z',
    'out',
  ]);
  expect(names({ grouped: 'grouped', collapsed: new Set(['a/b/']) })).toEqual([
    'data',
    'a/',
    '  a/x',
    '  a/x_ReLU',
    '  a/b/',
    'out',
  ]);
  expect(names({ grouped: 'grouped', sorting: { column: 'params', direction: 'ascending' } })).toEqual([
    'data',
    'out',
    'a/',
    '  a/x_ReLU',
    '  a/x',
    '  a/b/',
    '    a/b/z',
    '    a/b/y',
  ]);
  const [, sum] = rowsOf(net, null, { ...options, grouped: 'grouped' });
  expect(sum?.cells).toMatchObject({ params: '74', macs: '9,720', type: '4' });
});

test('shows shares of the net', () => {
  const shares = rowsOf(net, null, options).map((row) => row.shares.params ?? 0);
  expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1);
});

test('shows what was added, changed and removed since another text', () => {
  const before = beforeOf(
    data +
      conv('old', 'data') +
      conv('a/x', 'data', 3) +
      inPlace('Sigmoid', 'a/x') +
      conv('a/b/y', 'a/x', 8) +
      conv('a/b/z', 'a/b/y', 2),
  );
  const changes = changesSince(net, before, words);
  expect(changes.of).toEqual([
    '',
    'top 2×3×9×9 → 2×4×9×9 · params +4 · MACs +486 · memory +648 B',
    'new',
    'params +8 · MACs +1,296',
    '',
    'new',
  ]);
  expect(changes.removed.map(({ name }) => name)).toEqual(['old', 'a/x_Sigmoid']);
  expect(changesSince(net, beforeOf(text), words)).toEqual({
    of: ['', '', '', '', '', ''],
    removed: [],
    removedWord: 'removed',
    total: '',
  });
  expect(rowsOf(net, before, { ...options, changes }).at(-1)).toMatchObject({
    kind: 'removed',
    cells: { layer: 'a/x_Sigmoid', change: 'removed' },
  });
});

test('exports Markdown and CSV', () => {
  const titles = columns
    .filter((column) => ['layer', 'top', 'params', 'memory'].includes(column))
    .map((column): readonly [Column, string] => [column, column]);
  const rows = rowsOf(net, null, options).slice(0, 2);
  expect(markdownOf([...rows, sumRow(net, 'all', '')], titles)).toBe(
    '| layer | params | memory | top |\n| --- | ---: | ---: | --- |\n| data |  | 1.91 KiB | 2×3×9×9, 2 |\n| a/x | 16 | 2.53 KiB | 2×4×9×9 |\n| all | 77 | 11.4 KiB |  |\n',
  );
  expect(csvOf(net, rows, titles)).toBe('layer,params,memory,top\ndata,0,1952,"2×3×9×9, 2"\na/x,16,2592,2×4×9×9\n');
});

test.each([
  ['1,562', '1,562'],
  ['99,999', '99,999'],
  ['100,000', '100 K'],
  ['37,752,832', '37.8 M'],
  ['≥ 105,415,200', '≥ 105 M'],
  ['284 KiB', '284 KiB'],
  ['256×3×227×227', '256×3×227×227'],
  ['?', '?'],
])('shortens %s to %s', (text, short) => expect(brief(text)).toBe(short));

test('names the batch only if all images have one', () => {
  const input = (...shapes: readonly (readonly number[])[]): string =>
    shapes
      .map(
        (dims, i) =>
          `layer { name: "d${i}" type: "Input" top: "d${i}" input_param { shape { ${dims.map((dim) => `dim: ${dim}`).join(' ')} } } }`,
      )
      .join('\n');
  expect(batchOf(net)).toBe(2);
  expect(batchOf(answerOf(input([8, 3, 9, 9], [8])))).toBe(8);
  expect(batchOf(answerOf(input([1, 3, 9, 9])))).toBeUndefined();
  expect(batchOf(answerOf(input([8, 3, 9, 9], [4, 3, 9, 9])))).toBeUndefined();
  // Time steps × sequences.
  expect(batchOf(answerOf(input([20, 4, 100], [20, 4])))).toBeUndefined();
});

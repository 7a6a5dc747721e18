import { expect, test } from 'vitest';
import { changesSince } from '#webview/net/changes';
import { rowAction } from '#webview/net/row-keys';
import { brief, csvOf, markdownOf } from '#webview/net/row-texts';
import {
  batchOf,
  columns,
  listedLayers,
  nameWidth,
  rowsOf,
  rowWith,
  sumRow,
  type Column,
  type Row,
  type TableOptions,
} from '#webview/net/rows';
import { answerOf, beforeOf, conv, data, flatTable, inPlace } from './answer';

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
const names = (more: Partial<TableOptions>): readonly string[] =>
  rowsOf(net, null, { ...flatTable, ...more }).map(({ level, name }) => `${'  '.repeat(level)}${name}`);

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

const grouped = { grouped: 'grouped', toggled: new Set(['a/', 'a/b/']) } as const;

test('has a closed row for each block of the graph, which opens', () => {
  expect(names({ grouped: 'grouped' })).toEqual(['data', 'a/', 'out']);
  expect(names({ grouped: 'grouped', toggled: new Set(['a/']) })).toEqual([
    'data',
    'a/',
    '  x',
    '  x_ReLU',
    '  b/',
    'out',
  ]);
  expect(names(grouped)).toEqual(['data', 'a/', '  x', '  x_ReLU', '  b/', '    y', '    z', 'out']);
  const [, sum] = rowsOf(net, null, { ...flatTable, grouped: 'grouped' });
  expect(sum).toMatchObject({ kind: 'block', expanded: false, layers: [1, 2, 3, 4] });
  expect(sum?.cells).toMatchObject({ layer: 'a/', params: '74', macs: '9,720', type: '4' });
});

test('sorts within each block, and blocks by their sums', () => {
  expect(names({ ...grouped, sorting: { column: 'params', direction: 'ascending' } })).toEqual([
    'data',
    'out',
    'a/',
    '  x_ReLU',
    '  x',
    '  b/',
    '    z',
    '    y',
  ]);
});

test('lists and sums only layers that match, in open blocks', () => {
  expect(names({ filter: ' RELU' })).toEqual(['a/x_ReLU']);
  expect(names({ filter: 'convolution', grouped: 'grouped' })).toEqual(['a/', '  x', '  b/', '    y', '    z', 'out']);
  expect(names({ filter: 'b/', grouped: 'grouped' })).toEqual(['a/b/y', 'a/b/z']);
  expect(names({ filter: 'nothing' })).toEqual([]);
  const [block] = rowsOf(net, null, { ...flatTable, filter: '/y', grouped: 'grouped' });
  expect(block).toMatchObject({ name: 'a/b/y', cells: { params: '40' } });
  expect(sumRow(net, listedLayers(net, 'a/b'), 'some', '')).toMatchObject({
    cells: { params: '58', macs: '7,776' },
    shares: { params: 58 / 77 },
  });
});

test('sums all layers as the answer does', () => {
  const { params, macs, memory } = net.total;
  expect([params.value, macs.value, memory.value]).toEqual([77, 10_044, 11_672]);
  expect(sumRow(net, listedLayers(net, ''), 'all', '')).toMatchObject({
    cells: { params: '77', macs: '10,044', memory: '11.4 KiB' },
    shares: {},
  });
});

test('has the blocks of names without a slash, and no row for a block that is all there is', () => {
  const block = (id: string, from: string): string =>
    conv(`res${id}_branch2a`, from) + inPlace('ReLU', `res${id}_branch2a`) + conv(`res${id}`, `res${id}_branch2a`);
  const answer = answerOf(data + block('4a', 'data') + block('4b1', 'res4a') + conv('fc', 'res4b1'));
  const shown = (more: Partial<TableOptions>): readonly string[] =>
    rowsOf(answer, null, { ...flatTable, grouped: 'grouped', ...more }).map(
      ({ level, name }) => `${'  '.repeat(level)}${name}`,
    );
  expect(shown({})).toEqual(['data', 'res4…', 'fc']);
  expect(shown({ toggled: new Set(['res4…/', 'res4…/res4b1…/']) })).toEqual([
    'data',
    'res4…',
    '  res4a…',
    '  res4b1…',
    '    res4b1_branch2a',
    '    res4b1_branch2a_ReLU',
    '    res4b1',
    'fc',
  ]);
  const scoped = answerOf(
    data.replace('"data" type', '"net/data" type') + conv('net/x', 'data') + conv('net/y', 'net/x'),
  );
  expect(rowsOf(scoped, null, { ...flatTable, grouped: 'grouped' }).map(({ name }) => name)).toEqual([
    'net/data',
    'net/x',
    'net/y',
  ]);
});

test('opens a block with nearly all layers at first', () => {
  const layers = Array.from({ length: 6 }, (_, i) => conv(`net/${i}`, i === 0 ? 'data' : `net/${i - 1}`)).join('');
  const shown = (toggled: ReadonlySet<string>): number =>
    rowsOf(answerOf(data + layers), null, { ...flatTable, grouped: 'grouped', toggled }).length;
  expect(shown(new Set())).toBe(8);
  expect(shown(new Set(['net/']))).toBe(2);
});

test('leaves room for short names only as much as they need', () => {
  const widthOf = (more: Partial<TableOptions>): number => nameWidth(rowsOf(net, null, { ...flatTable, ...more }));
  expect(widthOf({})).toBe('a/x_ReLU'.length);
  expect(widthOf({ filter: 'out' })).toBe(5);
  expect(widthOf(grouped)).toBe('  x_ReLU'.length);
  expect(nameWidth(rowsOf(answerOf(data + conv('a'.repeat(50), 'data')), null, flatTable))).toBe(16);
});

test('finds the row of a layer, or of the block that hides it', () => {
  const nameOf = (more: Partial<TableOptions>, layer: number): string | undefined =>
    rowWith(rowsOf(net, null, { ...flatTable, ...more }), layer)?.name;
  expect(nameOf({}, 4)).toBe('a/b/z');
  expect(nameOf({ grouped: 'grouped' }, 4)).toBe('a/');
  expect(nameOf({ grouped: 'grouped', toggled: new Set(['a/']) }, 4)).toBe('b/');
  expect(nameOf(grouped, 4)).toBe('z');
  expect(nameOf({ filter: 'out' }, 4)).toBeUndefined();
});

test('moves between rows by keys, and opens and closes blocks', () => {
  const rows = (toggled: ReadonlySet<string>): readonly Row[] =>
    rowsOf(net, null, { ...flatTable, grouped: 'grouped', toggled });
  const [closed, open] = [rows(new Set()), rows(new Set(['a/']))];
  expect(rowAction(closed, 0, 'ArrowDown')).toEqual({ kind: 'select', row: 1 });
  expect(rowAction(closed, 0, 'ArrowUp')).toBeUndefined();
  expect(rowAction(closed, 1, 'End')).toEqual({ kind: 'select', row: 2 });
  expect(rowAction(closed, 1, 'Home')).toEqual({ kind: 'select', row: 0 });
  expect(rowAction(closed, 1, 'ArrowRight')).toEqual({ kind: 'toggle' });
  expect(rowAction(closed, 1, 'ArrowLeft')).toBeUndefined();
  expect(rowAction(open, 1, 'ArrowRight')).toEqual({ kind: 'select', row: 2 });
  expect(rowAction(open, 1, 'ArrowLeft')).toEqual({ kind: 'toggle' });
  // From a layer to its block.
  expect(rowAction(open, 3, 'ArrowLeft')).toEqual({ kind: 'select', row: 1 });
  expect(rowAction(open, 3, 'ArrowRight')).toBeUndefined();
  expect(rowAction([], 0, 'ArrowDown')).toBeUndefined();
});

test('shows shares of the net', () => {
  const shares = rowsOf(net, null, flatTable).map((row) => row.shares.params ?? 0);
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
  expect(rowsOf(net, before, { ...flatTable, changes }).at(-1)).toMatchObject({
    kind: 'removed',
    cells: { layer: 'a/x_Sigmoid', change: 'removed' },
  });
});

test('exports Markdown and CSV', () => {
  const titles = columns
    .filter((column) => ['layer', 'top', 'params', 'memory'].includes(column))
    .map((column): readonly [Column, string] => [column, column]);
  const rows = rowsOf(net, null, flatTable).slice(0, 2);
  expect(markdownOf([...rows, sumRow(net, listedLayers(net, ''), 'all', '')], titles)).toBe(
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
  ['params −18,876,416 · MACs −4,831,838,208', 'params −18.9 M · MACs −4.83 G'],
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

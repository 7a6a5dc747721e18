/** Rows of the table of a weights file, and how they fit a net. */
import { expect, test } from 'vitest';
import type { ModelLayerPairing, ModelLayerView } from '#protocol/model';
import { filtered, fitCounts, fitOf, isWrong, roleOf, rowsOf, totalsOf } from '#webview/model/rows';

const blob = (...shape: readonly number[]): ModelLayerView['blobs'][number] => ({
  shape,
  count: shape.reduce((product, dim) => product * dim, 1),
  fits: true,
  isDouble: false,
});
const layers: readonly ModelLayerView[] = [
  { name: 'data', type: 'Input', blobs: [] },
  { name: 'conv1', type: 'Convolution', blobs: [blob(4, 3, 3, 3), blob(4)] },
  { name: 'relu1', type: 'ReLU', blobs: [] },
  { name: 'fc', type: 'InnerProduct', blobs: [blob(2, 5)] },
  { name: 'fc2', type: 'InnerProduct', blobs: [{ ...blob(2, 2), count: 3, fits: false }] },
  { name: 'gone', type: 'Scale', blobs: [blob(1)] },
];
const rows = rowsOf({ layers });

const paired = (pairing: ModelLayerPairing['pairing'], ...blobs: ModelLayerPairing['blobs']): ModelLayerPairing => ({
  line: 0,
  pairing,
  blobs,
});
const weight = (expected: readonly number[] | null, fits: boolean | null): ModelLayerPairing['blobs'][number] => ({
  role: 'weight',
  expected,
  fits,
});
const net = {
  layers: [
    paired(null),
    paired({ kind: 'loaded' }, weight([4, 3, 3, 3], true), { role: 'bias', expected: [4], fits: true }),
    null,
    paired({ kind: 'shape', role: 'weight', found: [2, 5], expected: [2, 6] }, weight([2, 6], false)),
    paired({ kind: 'value-count', role: 'weight', found: 3, expected: 4 }, weight([2, 2], true)),
    null,
  ],
};

test('has a row for each blob and for each layer without blobs, with blobs numbered over all layers', () => {
  expect(rows.map(({ name, isFirst, blob: own }) => [name, isFirst, own?.number, own?.index])).toEqual([
    ['data', true, undefined, undefined],
    ['conv1', true, 0, 0],
    ['conv1', false, 1, 1],
    ['relu1', true, undefined, undefined],
    ['fc', true, 2, 0],
    ['fc2', true, 3, 0],
    ['gone', true, 4, 0],
  ]);
  expect(totalsOf(layers)).toEqual({ layers: 6, withBlobs: 4, blobs: 5, values: 108 + 4 + 10 + 3 + 1 });
});

test.each([
  ['', true, ['conv1', 'conv1', 'fc', 'fc2', 'gone']],
  ['', false, ['data', 'conv1', 'conv1', 'relu1', 'fc', 'fc2', 'gone']],
  [' CONV ', true, ['conv1', 'conv1']],
  ['inner', true, ['fc', 'fc2']],
  ['relu', true, []],
])('filters by %j, only blobs: %s', (text, onlyBlobs, names) => {
  expect(filtered(rows, text, onlyBlobs).map(({ name }) => name)).toEqual(names);
});

test('says how each blob fits the net', () => {
  expect(rows.map((row) => fitOf(row, net))).toEqual([
    undefined,
    { kind: 'fits' },
    { kind: 'fits' },
    undefined,
    { kind: 'shape', expected: [2, 6] },
    { kind: 'values' },
    { kind: 'ignored' },
  ]);
  expect(rows.map((row) => isWrong(fitOf(row, net)))).toEqual([false, false, false, false, true, true, false]);
  expect(fitCounts(rows, net)).toEqual({ loaded: 1, wrong: 2, ignored: 1, unknown: 0 });
});

test('says where the number of blobs or axes differs, or the shape in the net is not known', () => {
  const [data, first, second, , fc] = rows;
  if (!data || !first || !second || !fc) throw new Error('no rows');
  const fewer = { layers: [null, paired({ kind: 'blob-count', found: 2, expected: 1 }, weight([4, 3, 3, 3], true))] };
  expect(fitOf(first, fewer)).toEqual({ kind: 'blobs', expected: 1 });
  expect(fitOf(second, fewer)).toBeUndefined();
  const none = { layers: [paired({ kind: 'blob-count', found: 0, expected: 2 })] };
  expect(fitOf(data, none)).toEqual({ kind: 'blobs', expected: 2 });
  expect(fitCounts(rows, none)).toEqual({ loaded: 0, wrong: 1, ignored: 4, unknown: 0 });
  const open = { layers: [null, null, null, paired({ kind: 'unknown' }, weight(null, null))] };
  expect(fitOf(fc, open)).toEqual({ kind: 'unknown' });
  const axes = { layers: [null, null, null, paired({ kind: 'axes', role: 'weight' }, weight(null, null))] };
  expect(fitOf(fc, axes)).toEqual({ kind: 'axes' });
});

test('names blobs as the net does, else by their index', () => {
  expect(rows.map((row) => roleOf(row, net))).toEqual(['', 'weight', 'bias', '', 'weight', 'weight', '0']);
  expect(rows.map((row) => roleOf(row, null))).toEqual(['', '0', '1', '', '0', '0', '0']);
});

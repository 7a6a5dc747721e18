/** What the table of a run shows, and what is copied of it. */
import { expect, test } from 'vitest';
import { csvOf, digits, layerAt, rowsOf } from '#webview/run/rows';
import type { RunTopView } from '#protocol/run';

const top = (blob: string, more: Partial<RunTopView> = {}): RunTopView => ({
  blob,
  shape: [2, 3],
  mean: 0.25,
  std: 1,
  min: -1,
  max: 1.5,
  ...more,
});
const run = {
  layers: [
    { name: 'cut', type: 'Slice', lines: [0, 2] as const, tops: [top('a'), top('b')], findings: ['every value is 0'] },
    { name: 'log', type: 'Log', lines: null, tops: [top('l', { mean: '-inf', min: '-inf' })], findings: [] },
    { name: 'none', type: 'Silence', lines: [5, 5] as const, tops: [], findings: [] },
  ],
};

test('a row a top; the layer is named in its first, and what is not finite is marked', () => {
  expect(rowsOf(run).map(({ name, blob, shape, isWrong }) => [name, blob, shape, isWrong])).toEqual([
    ['cut', 'a', '2×3', false],
    ['', 'b', '2×3', false],
    ['log', 'l', '2×3', true],
  ]);
});

test.each([
  [0, '0'],
  [-0.123456, '−0.1235'],
  [123456.7, '123500'],
  [1.5e-7, '1.5e−7'],
  ['nan', 'nan'],
  ['-inf', '−∞'],
] as const)('%s is shown as %s', (value, text) => {
  expect(digits(value)).toBe(text);
});

test('as comma-separated values, all digits', () => {
  expect(csvOf(run, ['layer', 'type', 'top', 'shape', 'mean', 'std', 'min', 'max', 'notes']).split('\r\n')).toEqual([
    'layer,type,top,shape,mean,std,min,max,notes',
    'cut,Slice,a,2×3,0.25,1,-1,1.5,every value is 0',
    'cut,Slice,b,2×3,0.25,1,-1,1.5,',
    'log,Log,l,2×3,-Infinity,1,-Infinity,1.5,',
    '',
  ]);
});

test('the layer at a line of the text', () => {
  expect([0, 2, 3, 5].map((line) => layerAt(run, line))).toEqual([0, 0, undefined, 2]);
});

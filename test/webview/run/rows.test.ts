/** What the table of a run shows, and what is copied of it. */
import { expect, test } from 'vitest';
import { csvOf, digits, layerAt, rowsOf } from '#webview/run/rows';
import type { FindingView, NetRidges, Ridge, RunTopView } from '#protocol/run';
import { reduced } from '#run/reduce';

const top = (blob: string, more: Partial<RunTopView> = {}): RunTopView => ({
  blob,
  shape: [2, 3],
  mean: 0.25,
  std: 1,
  min: -1,
  max: 1.5,
  zeros: 0,
  ...more,
});
const finding = (text: string, of: FindingView['of'] = 'activations'): FindingView => ({
  text,
  label: text,
  of,
  isSerious: true,
});
const run = {
  layers: [
    {
      name: 'cut',
      type: 'Slice',
      lines: [0, 2] as const,
      tops: [top('a', { zeros: 0.12345 }), top('b')],
      findings: [finding('every value is 0'), finding('vanishing', 'gradients')],
    },
    { name: 'log', type: 'Log', lines: null, tops: [top('l', { mean: '-inf', min: '-inf' })], findings: [] },
    { name: 'none', type: 'Silence', lines: [5, 5] as const, tops: [], findings: [] },
  ],
};

const activations = rowsOf(run, [], 'activations');

test('a row a top; the layer is named in its first, and what is not finite is marked', () => {
  expect(
    activations.map(({ name, isFirst, blob, shape, zeros, isWrong }) => [name, isFirst, blob, shape, zeros, isWrong]),
  ).toEqual([
    ['cut', true, 'a', '2×3', 12.3, false],
    ['cut', false, 'b', '2×3', 0, false],
    ['log', true, 'l', '2×3', 0, true],
  ]);
});

const ridge = (name: string, std: number): Ridge => ({
  name,
  n: 4,
  zeros: 1,
  mean: 0,
  std,
  min: -1,
  max: 1,
  ...reduced(Float32Array.of(-1, 1, 0, 0.5)).histogram,
});
const ridgesOf = (net: NetRidges['net'], std: number): NetRidges => ({
  net,
  printedLoss: null,
  layers: run.layers.map(({ name, type, tops }) => ({
    name,
    type,
    hasWeights: true,
    tops: tops.map(({ blob }) => ridge(blob, std)),
    findings: [],
  })),
  back: [{ layer: 0, bottoms: [null, ridge('below', std)], params: [ridge('weight', std), ridge('bias', std)] }],
});
const nets = [ridgesOf('asIs', 1), ridgesOf('msra', 3)];

test('a row a gradient, with what the run shows of gradients', () => {
  const [own, ...more] = rowsOf(run, nets, 'gradients');
  expect(own).toMatchObject({ name: 'cut', blob: 'below', shape: undefined, zeros: 25, notes: 'vanishing' });
  expect(more).toEqual([]);
  expect(rowsOf(run, nets, 'weights').map(({ blob, notes }) => [blob, notes])).toEqual([['weight', '']]);
});

test('the deviation in the nets beside it', () => {
  expect(rowsOf(run, nets, 'activations').map(({ others }) => others)).toEqual([[3], [3], [3]]);
  expect(rowsOf(run, nets, 'gradients').map(({ others }) => others)).toEqual([[3]]);
  expect(activations.every(({ others }) => others.length === 0)).toBe(true);
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
  const titles = ['layer', 'type', 'top', 'shape', 'mean', 'std', 'min', 'max', 'zeros', 'notes'];
  expect(csvOf(activations, titles).split('\r\n')).toEqual([
    titles.join(','),
    'cut,Slice,a,2×3,0.25,1,-1,1.5,12.3,every value is 0',
    'cut,Slice,b,2×3,0.25,1,-1,1.5,0,',
    'log,Log,l,2×3,-Infinity,1,-Infinity,1.5,0,',
    '',
  ]);
  expect(csvOf(rowsOf(run, nets, 'gradients'), []).split('\r\n')[1]).toBe('cut,Slice,below,0,1,-1,1,25,3,vanishing');
});

test('the layer at a line of the text', () => {
  expect([0, 2, 3, 5].map((line) => layerAt(run, line))).toEqual([0, 0, undefined, 2]);
});

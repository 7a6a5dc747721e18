/** Which ridges the chart has: rows by layer, the same layer of other nets beside it. */
import { expect, test } from 'vitest';
import type { LayerRidges, NetRidges, Ridge, RunNet } from '#protocol/run';
import { rowsOf } from '#webview/run/rows-of-ridges';
import { reduced } from '#run/reduce';

const ridge = (name: string): Ridge => ({
  name,
  n: 2,
  zeros: 0,
  mean: 0,
  std: 1,
  min: -1,
  max: 1,
  ...reduced(Float32Array.of(-1, 1)).histogram,
});
const layer = (name: string, hasWeights = false, tops: readonly (Ridge | null)[] = [ridge(name)]): LayerRidges => ({
  name,
  type: 'T',
  hasWeights,
  tops,
  findings: (['activations', 'gradients'] as const).map((of) => ({
    text: `about ${of} of ${name}`,
    label: name,
    of,
    isSerious: false,
  })),
});
const net = (name: RunNet, layers: readonly LayerRidges[], back: NetRidges['back'] = []): NetRidges => ({
  net: name,
  printedLoss: null,
  layers,
  back,
});

test('a row a top, with the names of tops where there are several', () => {
  const rows = rowsOf(
    [net('asIs', [layer('a', true, [ridge('x'), null, ridge('y')]), layer('b')])],
    'activations',
    false,
  );
  expect(rows.map(({ name, top, findings }) => [name, top, findings.length])).toEqual([
    ['a', 'x', 1],
    ['a', 'y', 0],
    ['b', '', 1],
  ]);
});

test('layers of other nets by their names, also those of one name', () => {
  const before = net('before', [layer('a', true, [ridge('first')]), layer('a', true, [ridge('second')])]);
  const rows = rowsOf([net('asIs', [layer('new'), layer('a'), layer('a')]), before], 'activations', false);
  expect(rows.map(({ cells }) => cells.map((cell) => cell?.name))).toEqual([
    ['new', undefined],
    ['a', 'first'],
    ['a', 'second'],
  ]);
});

test('layers with weights alone, from the start in a long net', () => {
  const nets = [
    net(
      'asIs',
      Array.from({ length: 50 }, (_, i) => layer(`l${i}`, i % 10 === 0)),
    ),
  ];
  expect([rowsOf(nets, 'activations', undefined).length, rowsOf(nets, 'activations', false).length]).toEqual([5, 50]);
  const short = [net('asIs', [layer('a', true), layer('b')])];
  expect([rowsOf(short, 'activations', undefined).length, rowsOf(short, 'activations', true).length]).toEqual([2, 1]);
});

test('what is found of activations is beside them, and of gradients beside those', () => {
  const back = [{ layer: 0, bottoms: [ridge('at bottom')], params: [ridge('weight')] }];
  const nets = [net('asIs', [layer('a', true)], back)];
  const texts = (of: Parameters<typeof rowsOf>[1]): readonly string[] =>
    rowsOf(nets, of, false).flatMap(({ findings }) => findings.map(({ text }) => text));
  expect(texts('activations')).toEqual(['about activations of a']);
  expect(texts('gradients')).toEqual(['about gradients of a']);
  expect(texts('weights')).toEqual([]);
});

test('gradients at bottoms, and of the weights without the bias', () => {
  const back = [{ layer: 1, bottoms: [ridge('at bottom'), null], params: [ridge('weight'), ridge('bias')] }];
  const nets = [net('asIs', [layer('data'), layer('a', true)], back)];
  expect(rowsOf(nets, 'gradients', false).map(({ name, cells }) => [name, cells[0]?.name])).toEqual([
    ['a', 'at bottom'],
  ]);
  expect(rowsOf(nets, 'weights', false).map(({ name, cells }) => [name, cells[0]?.name])).toEqual([['a', 'weight']]);
});

import { expect, test } from 'vitest';
import type { SignalLayer } from '#protocol/signal';
import { isTangled, weightLayersOf } from '#webview/signal/weight-layers';

const layer = (hasWeights: boolean, ...from: readonly number[]): SignalLayer => ({
  name: '',
  type: '',
  lines: [0, 0],
  depth: 0,
  from,
  ends: false,
  hasWeights,
});

/** Null for a layer that is left out. Depths are those of the longest path, as from the server. */
function froms(layers: readonly SignalLayer[]): readonly (readonly number[] | null)[] {
  const depths: number[] = [];
  for (const { from } of layers) depths.push(Math.max(0, ...from.map((maker) => (depths[maker] ?? 0) + 1)));
  return weightLayersOf(layers.map((each, i) => ({ ...each, depth: depths[i] ?? 0 }))).map(({ ends, from }) =>
    ends ? null : from,
  );
}

test('connects layers with weights through those that are left out', () => {
  // data, conv, relu, two convs side by side, sum, relu, conv, loss.
  expect(
    froms([
      layer(false),
      layer(true, 0),
      layer(false, 1),
      layer(true, 2),
      layer(true, 2),
      layer(false, 3, 4),
      layer(false, 5),
      layer(true, 6),
      { ...layer(false, 7), ends: true },
    ]),
  ).toEqual([[], [0], null, [1], [1], null, null, [3, 4], null]);
});

test('leaves out the line of a shortcut, which the layers beside it show', () => {
  // data, conv, conv, sum with the shortcut, conv, sum with the shortcut, conv.
  expect(
    froms([
      layer(false),
      layer(true, 0),
      layer(true, 1),
      layer(false, 2, 1),
      layer(true, 3),
      layer(false, 4, 3),
      layer(true, 5),
    ]),
  ).toEqual([[], [0], [1], null, [2], null, [4]]);
});

test('a net is tangled if it is large and has branches', () => {
  const chain = Array.from({ length: 120 }, (_, i) => (i === 0 ? layer(false) : layer(true, i - 1)));
  expect(isTangled(chain)).toBe(false);
  expect(isTangled([...chain, layer(false, 3, 119)])).toBe(true);
  expect(isTangled([layer(false), layer(true, 0), layer(false, 0, 1)])).toBe(false);
});

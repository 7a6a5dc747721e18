/** contrastive_loss_layer.cpp: N × C twice with as many channels, and N × 1. */
import { expect, test } from 'vitest';
import { constant, gradientsIn } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('ContrastiveLoss', [
  ['4×6, 4×6, 4', '', 'scalar'],
  ['4×6, 4×6, 4×1', 'margin: 2', 'scalar'],
  ['4×6, 4×5, 4', '', 'scalar ! layer/channels-differ b1'],
  ['4×6×2, 4×6×1, 4', '', 'scalar ! layer/not-one b0'],
  ['4×6, 4×6, 4×2', '', 'scalar ! layer/not-one b2'],
  ['4×6, 3×6, 4', '', 'scalar ! layer/first-dimensions-differ b1'],
]);

test.each([
  ['1', '', -0.5],
  // (margin − d) / (d + 1e-4) · (a − b), with d = 0.5
  ['0', '', 0.25 / 0.5001],
  ['0', 'legacy_version: true', 0.5],
  ['0', 'margin: 0.4', 0],
])('the gradient for similarity %s, { %s }', async (similar, param, expected) => {
  const found = await gradientsIn([
    constant('a', 0, [1, 1]),
    constant('b', 0.5, [1, 1]),
    constant('same', Number(similar), [1, 1]),
    `layer { name: "it" type: "ContrastiveLoss" bottom: "a" bottom: "b" bottom: "same" top: "y" contrastive_loss_param { ${param} } }`,
  ]);
  const [a, b, same] = found.get('it')?.bottoms ?? [];
  expect(a?.[0]).toBeCloseTo(expected, 5);
  expect(b?.[0]).toBeCloseTo(-expected, 5);
  expect(same).toBeNull();
});

/** batch_norm_layer.cpp: mean and variance a channel, and the factor by which both are scaled. */
import { expect, test } from 'vitest';
import { constant, gradientsIn, weighted } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('BatchNorm', [
  ['2×3×4×4', '', '2×3×4×4 | 3, 3, 1'],
  ['2×3', 'use_global_stats: true', '2×3 | 3, 3, 1'],
  ['2', '', '? | ?, ?, 1 ! layer/no-channels b0'],
  ['2×3', 'top: "b0"', '2×3 | 3, 3, 1'],
  ['2×3', 'param { lr_mult: 1 }', '? | 3, 3, 1 ! layer/learned-statistics 1'],
  ['2×0', '', '? | ?, ?, 1 ! layer/empty-bottom b0'],
  ['0×3', '', '? | 3, 3, 1 ! layer/empty-bottom b0'],
]);

test('its blobs get no gradient, also where Forward reads them', async () => {
  const it = 'layer { name: "it" type: "BatchNorm" bottom: "x" top: "y" }';
  const found = (await gradientsIn([constant('x', 3, [1, 1]), it, weighted('y')], 'TEST')).get('it');
  expect(found?.bottoms[0]?.[0]).toBeCloseTo(1 / Math.sqrt(1e-5), 2);
  expect(found?.params).toEqual([[0], [0], [0]]);
});

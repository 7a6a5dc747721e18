/** clip_layer.cpp: the shape of the bottom; no order of the bounds is asked for. */
import { expect, test } from 'vitest';
import { bottomGradients } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('Clip', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
  ['2×3', 'min: 0 max: 6', '2×3'],
  ['2×3', 'min: 6 max: 0', '2×3'],
  ['2×3', 'min: 0', '2×3 ! schema/missing-required clip_param'],
]);

test('the gradient passes within the limits; in place everywhere, since the bottom is already limited', async () => {
  const layer = 'type: "Clip" clip_param { min: 0 max: 1 }';
  expect(await bottomGradients(layer, { value: 1, weight: 3 })).toEqual([[3]]);
  expect(await bottomGradients(layer, { value: 2, weight: 3 })).toEqual([[0]]);
  expect(await bottomGradients(layer, { value: 2, weight: 3, top: 'x' })).toEqual([[3]]);
});

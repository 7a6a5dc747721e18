/** power_layer.cpp: the shape of the bottom, in its place too. */
import { expect, test } from 'vitest';
import { bottomGradients } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('Power', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
  ['2×3', 'power: 2 scale: 0.5 shift: 1', '2×3'],
]);

test.each([
  ['', 5, 'y', 3],
  // In place the slope overwrites the gradient, and is multiplied by itself.
  ['', 5, 'x', 1],
  ['power: 2 scale: 0.5 shift: 1', 2, 'y', 6],
  ['power: 2 scale: 0.5 shift: 1', 2, 'x', 9],
  ['power: 3', 2, 'y', 36],
  // 0 / 0
  ['power: 3', 0, 'y', NaN],
  ['scale: 0', 2, 'y', 0],
] as const)('the gradient of 3 through { %s } at %d, with top %s', async (param, value, top, expected) => {
  const layer = `type: "Power" power_param { ${param} }`;
  expect(await bottomGradients(layer, { value, top, weight: 3 })).toEqual([[expected]]);
});

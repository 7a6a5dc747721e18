/** log_layer.cpp: the shape of the bottom; e, or a base above 0 that is not 1. */
import { expect, test } from 'vitest';
import { bottomGradients } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('Log', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
  ['2×3', 'base: 10', '2×3'],
  ['2×3', 'base: 1', '2×3 ! layer/base-one 1'],
  ['2×3', 'base: 0', '2×3 ! layer/base-not-positive 0'],
]);

test('in place, the slope is squared instead of multiplied by the gradient', async () => {
  expect(await bottomGradients('type: "Log"', { value: 2, weight: 3 })).toEqual([[1.5]]);
  const [[found] = []] = (await bottomGradients('type: "Log"', { value: 2, weight: 3, top: 'x' })) as [number[]];
  expect(found).toBeCloseTo(Math.log(2) ** -2, 5);
});

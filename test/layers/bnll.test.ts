/** bnll_layer.cpp: the shape of the bottom, in its place too. */
import { expect, test } from 'vitest';
import { bottomGradients } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('BNLL', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
]);

test('in place, the gradient reads the top', async () => {
  const at = async (top: 'x' | 'y'): Promise<number> =>
    (await bottomGradients('type: "BNLL"', { value: 0, top }))[0]?.[0] ?? NaN;
  expect(await at('y')).toBeCloseTo(1 / 2, 6);
  expect(await at('x')).toBeCloseTo(2 / 3, 6);
});

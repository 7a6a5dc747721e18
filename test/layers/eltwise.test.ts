/** eltwise_layer.cpp: bottoms of one shape; coefficients for sums alone, one a bottom. */
import { expect, test } from 'vitest';
import { constant, gradientsIn, weighted } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('Eltwise', [
  ['2×3, 2×3', '', '2×3'],
  ['2×3, 2×3, 2×3', 'operation: MAX', '2×3'],
  ['2×3, 2×3', 'coeff: 1 coeff: -1', '2×3'],
  ['2×3, 2×3', 'operation: PROD', '2×3'],
  ['2×3, 3×2', '', '? ! layer/shapes-differ b1'],
  ['2×3, 2×3', 'coeff: 1', '2×3 ! layer/coefficient-count 1'],
  ['2×3, 2×3', 'operation: PROD coeff: 1 coeff: 2', '2×3 ! layer/product-coefficients 1'],
]);

test('of equal bottoms of MAX the second gets the gradient', async () => {
  const found = await gradientsIn([
    ...['a', 'b', 'c'].map((name) => constant(name, 1)),
    'layer { name: "it" type: "Eltwise" bottom: "a" bottom: "b" bottom: "c" top: "y" eltwise_param { operation: MAX } }',
    weighted('y', 2),
  ]);
  expect(found.get('it')?.bottoms).toEqual([[0], [2], [0]]);
});

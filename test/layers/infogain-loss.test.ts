/** infogain_loss_layer.cpp: a matrix of classes × classes from a file or the third bottom. */
import { expect, test } from 'vitest';
import { constant, gradientsIn } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('InfogainLoss', [
  ['4×5, 4', 'source: "h"', 'scalar'],
  ['4×5, 4, 1×1×5×5', '', 'scalar'],
  ['4×5×2, 4×2', 'source: "h"', 'scalar'],
  ['4×5, 4', '', 'scalar ! layer/infogain-source InfogainLoss'],
  ['4×5, 4, 1×1×4×4', '', 'scalar ! layer/infogain-matrix b2'],
  ['4×5, 4×2', 'source: "h"', 'scalar ! layer/label-count b1'],
]);

test('the gradient is p · Σ H − H in the row of the label, even where the loss is limited', async () => {
  const found = await gradientsIn([
    constant('low', -200, [1, 1]),
    constant('high', 0, [1, 1]),
    constant('label', 0),
    constant('matrix', 1, [1, 1, 2, 2]),
    'layer { name: "x" type: "Concat" bottom: "low" bottom: "high" top: "x" }',
    'layer { name: "it" type: "InfogainLoss" bottom: "x" bottom: "label" bottom: "matrix" top: "y" loss_weight: 3 }',
  ]);
  expect(found.get('it')?.bottoms).toEqual([[-3, 3], null, null]);
});

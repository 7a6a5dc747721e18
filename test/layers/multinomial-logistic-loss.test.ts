/** multinomial_logistic_loss_layer.cpp: the first dimensions agree, and labels are N × 1. */
import { expect, test } from 'vitest';
import { constant, gradientsIn } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('MultinomialLogisticLoss', [
  ['4×5, 4', '', 'scalar'],
  ['4×5, 4×1×1×1', '', 'scalar'],
  ['4×5, 3', '', 'scalar ! layer/first-dimensions-differ b1'],
  ['4×5, 4×2', '', 'scalar ! layer/not-one b1'],
]);

test('the gradient is −1 / p for the label, where p is at least 1e-20', async () => {
  const at = async (value: number): Promise<readonly number[]> => {
    const found = await gradientsIn([
      constant('x', value, [1, 2]),
      constant('label', 0),
      'layer { name: "it" type: "MultinomialLogisticLoss" bottom: "x" bottom: "label" top: "y" }',
    ]);
    return found.get('it')?.bottoms[0] ?? [];
  };
  expect(await at(0.5)).toEqual([-2, 0]);
  expect((await at(0))[0]).toBeCloseTo(-1e20, -15);
});

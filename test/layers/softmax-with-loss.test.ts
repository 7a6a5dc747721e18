/** softmax_loss_layer.cpp: a label for each place around the class axis; a second top has the probabilities. */
import { expect, test } from 'vitest';
import { constant, gradientsIn } from '../support/gradients';
import { layerTable } from '../support/layer-table';

layerTable('SoftmaxWithLoss', [
  ['4×5, 4', '', 'scalar'],
  ['4×5×2×3, 4×1×2×3', '', 'scalar'],
  ['2×3×5, 6', 'softmax_param { axis: 2 }', 'scalar ! layer/first-dimensions-differ b1'],
  ['2×3×5, 2×3', 'softmax_param { axis: 2 }', 'scalar'],
  ['4×5, 4×2', '', 'scalar ! layer/label-count b1'],
  ['4×5, 4', 'softmax_param { axis: 2 }', 'scalar ! layer/axis-out-of-range 2'],
]);

test('the gradient is p − 1 for the label, even where the loss is limited, and none for labels', async () => {
  const found = await gradientsIn([
    constant('low', -200, [1, 1]),
    constant('high', 0, [1, 1]),
    constant('label', 0),
    'layer { name: "x" type: "Concat" bottom: "low" bottom: "high" top: "x" }',
    'layer { name: "it" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "y" loss_weight: 3 }',
  ]);
  expect(found.get('it')?.bottoms).toEqual([[-3, 3], null]);
});

test('ignored labels get no gradient and do not count', async () => {
  const loss = (param: string): readonly string[] => [
    constant('x', 0, [2, 2]),
    constant('ignored', 1, [1]),
    constant('other', 0, [1]),
    'layer { name: "label" type: "Concat" bottom: "ignored" bottom: "other" top: "label" concat_param { axis: 0 } }',
    `layer { name: "it" type: "SoftmaxWithLoss" bottom: "x" bottom: "label" top: "y" loss_param { ${param} } }`,
  ];
  const at = async (param: string): Promise<unknown> => (await gradientsIn(loss(param))).get('it')?.bottoms[0];
  expect(await at('')).toEqual([0.25, -0.25, -0.25, 0.25]);
  expect(await at('ignore_label: 1')).toEqual([0, 0, -0.5, 0.5]);
});

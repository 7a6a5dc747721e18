/** l1_loss_layer.cpp of NVIDIA's Caffe. */
import { expect, test } from 'vitest';
import { evaluate, input } from '../../support/evaluate';
import { layerTable } from '../../support/layer-table';
import { lowered } from '../../support/lowered';

layerTable(
  'L1Loss',
  [
    ['2×6, 2×3×2', 'top: "y0"', 'scalar'],
    ['2×6, 2×3×3', 'top: "y0"', 'scalar ! layer/item-counts-differ b1'],
    ['2×6, 3×6', 'top: "y0"', 'scalar ! layer/first-dimensions-differ b1'],
  ],
  'nvcaffe',
);

test('the distances of all values are divided by the number of items', async () => {
  const bottoms = [input([2, 3], 0), input([2, 3, 1], 1)];
  const tops = lowered('nvcaffe', 'L1Loss', '', bottoms);
  if (typeof tops === 'string') throw new Error(tops);
  const [loss] = await evaluate(
    tops,
    [
      [1, 2, 3, 4, 5, 6],
      [0, 4, 3, 1, 5, 10],
    ],
    bottoms,
  );
  expect(Array.from(loss ?? [])).toEqual([(1 + 2 + 0 + 3 + 0 + 4) / 2]);
});

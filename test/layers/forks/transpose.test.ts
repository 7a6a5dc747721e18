/** transpose_layer.cpp of CTPN: axis i of the top is axis dim(i) of the bottom. */
import { expect, test } from 'vitest';
import { layerTable } from '../../support/layer-table';
import { loweredTop } from '../../support/lowered';
import { counted, valuesOf } from '../../support/moved-values';

layerTable(
  'Transpose',
  [
    ['2×3×4×5', 'dim: 3 dim: 0 dim: 2 dim: 1', '5×2×4×3'],
    ['2×3', 'dim: 1 dim: 0', '3×2'],
    ['2×3×4', 'dim: 1 dim: 0', '? ! fork/field-count transpose_param'],
    ['2×3', 'dim: 1 dim: 2', '? ! fork/field-bound 2'],
    ['2×3', 'top: "b0" transpose_param { dim: 1 dim: 0 }', '? ! layer/in-place b0'],
  ],
  'ctpn',
);

test('moves the values as Caffe does', () => {
  const top = loweredTop('ctpn', 'Transpose', 'dim: 2 dim: 0 dim: 1', counted([2, 1, 3]));
  expect([top.shape, valuesOf(top)]).toEqual([
    [3, 2, 1],
    [0, 3, 1, 4, 2, 5],
  ]);
});

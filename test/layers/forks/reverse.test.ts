/** reverse_layer.cpp and reverse_axis_layer.cpp of CTPN and textspotter, reverse_time_layer.cpp of caffe_ocr. */
import { expect, test } from 'vitest';
import { layerTable } from '../../support/layer-table';
import { loweredTop } from '../../support/lowered';
import { counted, valuesOf } from '../../support/moved-values';

layerTable(
  'Reverse',
  [
    ['2×3×4', 'axis: 2', '2×3×4'],
    ['2×3×4', 'axis: 3', '? ! fork/field-bound 3'],
    ['2×3×4', 'axis: -1', '? ! fork/field-bound -1'],
  ],
  'ctpn',
);

layerTable('ReverseAxis', [['2×3×4', 'axis: 1', '2×3×4']], 'ctpn');

layerTable('ReverseTime', [['7×2×4, 2', '', '7×2×4']], 'caffe-ocr');

test('reverses the values', () => {
  const top = loweredTop('ctpn', 'Reverse', 'axis: 1', counted([2, 3]));
  expect(valuesOf(top)).toEqual([2, 1, 0, 5, 4, 3]);
});

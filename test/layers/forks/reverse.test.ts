/** reverse_layer.cpp and reverse_axis_layer.cpp of CTPN and textspotter, reverse_time_layer.cpp of caffe_ocr. */
import { layerTable } from '../../support/layer-table';

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

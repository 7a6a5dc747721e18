/** transpose_layer.cpp of CTPN: axis i of the top is axis dim(i) of the bottom. */
import { layerTable } from '../../support/layer-table';

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

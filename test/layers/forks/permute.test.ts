/** permute_layer.cpp of SSD: the axes of order, then the rest. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Permute',
  [
    ['2×3×4×5', 'order: 0 order: 2 order: 3 order: 1', '2×4×5×3'],
    ['2×3×4×5', 'order: 3', '5×2×3×4'],
    ['2×3', '', '2×3'],
    ['2×3', 'order: 2', '? ! fork/order 2'],
    ['2×3×4', 'order: 1 order: 1', '? ! fork/order 1'],
    ['2×3×4', 'top: "b0" permute_param { order: 1 order: 2 order: 0 }', '4×2×3'],
  ],
  'ssd',
);

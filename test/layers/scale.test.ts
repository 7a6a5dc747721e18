/** scale_layer.cpp: a blob of the shape from axis on, num_axes long, and with bias_term a second one. */
import { layerTable } from '../support/layer-table';

layerTable('Scale', [
  ['2×3×4×5', '', '2×3×4×5 | 3'],
  ['2×3×4×5', 'bias_term: true', '2×3×4×5 | 3, 3'],
  ['2×3×4×5', 'axis: 2 num_axes: 2', '2×3×4×5 | 4×5'],
  ['2×3×4×5', 'num_axes: -1', '2×3×4×5 | 3×4×5'],
  ['2×3×4', 'num_axes: 0', '2×3×4 | scalar'],
  ['2×3×4, 3', '', '2×3×4'],
  ['2×3×4, 3', 'bias_term: true', '2×3×4 | 3'],
  ['2×3×4', 'axis: 3', '? | ? ! layer/axis-out-of-range 3'],
  ['2×3×4', 'axis: 2 num_axes: 2', '? | ? ! layer/num-axes-past 2'],
  ['2×3×4, 4', '', '? ! layer/cover-mismatch b1'],
]);

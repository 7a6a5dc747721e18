/** bias_layer.cpp: a blob of the shape from axis on, num_axes long; of two bottoms, the second is it. */
import { layerTable } from '../support/layer-table';

layerTable('Bias', [
  ['2×3×4×5', '', '2×3×4×5 | 3'],
  ['2×3×4×5', 'num_axes: 2', '2×3×4×5 | 3×4'],
  ['2×3×4×5', 'num_axes: -1', '2×3×4×5 | 3×4×5'],
  ['2×3×4', 'num_axes: 0', '2×3×4 | scalar'],
  ['2×3×4', 'axis: -1', '2×3×4 | 4'],
  ['2×3×4, 3×4', '', '2×3×4'],
  ['2×3×4', 'top: "b0"', '2×3×4 | 3'],
  ['2×3×4', 'axis: 3', '? | ? ! layer/axis-out-of-range 3'],
  ['2×3×4', 'axis: 2 num_axes: 2', '? | ? ! layer/num-axes-past 2'],
  ['2×3×4, 4', '', '? ! layer/cover-mismatch b1'],
]);

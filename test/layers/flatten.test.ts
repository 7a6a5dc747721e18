/** flatten_layer.cpp: the axes from axis to end_axis become one. */
import { layerTable } from '../support/layer-table';

layerTable('Flatten', [
  ['2×3×4×5', '', '2×60'],
  ['2×3×4×5', 'axis: 2', '2×3×20'],
  ['2×3×4×5', 'axis: 0 end_axis: 2', '24×5'],
  ['2×3×4×5', 'end_axis: -2', '2×12×5'],
  ['2×3×4×5', 'axis: 2 end_axis: 1', '2×3×1×4×5'],
  ['2×3×4×5', 'axis: 3 end_axis: 1', '? ! layer/flatten-range 1'],
  ['2×3', 'axis: 2', '? ! layer/axis-out-of-range 2'],
  ['2×3', 'top: "b0"', '2×3 ! layer/in-place b0'],
]);

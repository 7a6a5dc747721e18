/** reduction_layer.cpp: the axes before its own remain. */
import { layerTable } from '../support/layer-table';

layerTable('Reduction', [
  ['2×3×4', '', 'scalar'],
  ['2×3×4', 'axis: 1 operation: SUMSQ', '2'],
  ['2×3×4', 'axis: -1 operation: MEAN', '2×3'],
  ['2×3×4', 'axis: 3', '? ! layer/axis-out-of-range 3'],
  ['2×0', 'axis: 1', '? ! layer/empty-bottom b0'],
  ['scalar', '', '? ! layer/scalar-bottom b0'],
]);

/** concat_layer.cpp: the sum along the axis, and agreement on all others. */
import { layerTable } from '../support/layer-table';

layerTable('Concat', [
  ['2×3×4, 2×5×4', '', '2×8×4'],
  ['2×3, 4×3, 1×3', 'axis: 0', '7×3'],
  ['2×3×4, 2×3×5', 'axis: -1', '2×3×9'],
  ['2×3×4, 2×3×5', 'concat_dim: 2', '2×3×9'],
  ['2×3', '', '2×3'],
  ['2×3×4, 2×5×5', '', '? ! layer/concat-shapes-differ b1'],
  ['2×3, 2×3×1', '', '? ! layer/axes-differ b1'],
  ['2×3, 2×3', 'axis: 2', '? ! layer/axis-out-of-range 2'],
  ['2×0', '', '? ! layer/empty-bottom b0'],
]);

/** softmax_layer.cpp: the shape of the bottom, which has the axis. */
import { layerTable } from '../support/layer-table';

layerTable('Softmax', [
  ['2×3', '', '2×3'],
  ['2×3×4', 'axis: -1', '2×3×4'],
  ['2×3', 'top: "b0"', '2×3'],
  ['2×3', 'axis: 2', '2×3 ! layer/axis-out-of-range 2'],
  ['5', '', '5 ! layer/axis-out-of-range b0'],
  ['2×0×3', '', '? ! layer/empty-bottom b0'],
]);

/** split_layer.cpp: the bottom as often as there are tops. */
import { layerTable } from '../support/layer-table';

layerTable('Split', [
  ['2×3', '', '2×3, 2×3'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3 ! layer/in-place b0'],
]);

/** absval_layer.cpp: the shape of the bottom, never in its place. */
import { layerTable } from '../support/layer-table';

layerTable('AbsVal', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3 ! layer/in-place b0'],
]);

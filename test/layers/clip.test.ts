/** clip_layer.cpp: the shape of the bottom; no order of the bounds is asked for. */
import { layerTable } from '../support/layer-table';

layerTable('Clip', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
  ['2×3', 'min: 0 max: 6', '2×3'],
  ['2×3', 'min: 6 max: 0', '2×3'],
  ['2×3', 'min: 0', '2×3 ! schema/missing-required clip_param'],
]);

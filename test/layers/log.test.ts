/** log_layer.cpp: the shape of the bottom; e, or a base above 0 that is not 1. */
import { layerTable } from '../support/layer-table';

layerTable('Log', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
  ['2×3', 'base: 10', '2×3'],
  ['2×3', 'base: 1', '2×3 ! layer/base-one 1'],
  ['2×3', 'base: 0', '2×3 ! layer/base-not-positive 0'],
]);

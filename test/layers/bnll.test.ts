/** bnll_layer.cpp: the shape of the bottom, in its place too. */
import { layerTable } from '../support/layer-table';

layerTable('BNLL', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
]);

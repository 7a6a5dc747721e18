/** swish_layer.cpp: the shape of the bottom. */
import { layerTable } from '../support/layer-table';

layerTable('Swish', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
  ['2×3', 'beta: 2', '2×3'],
]);

/** dropout_layer.cpp: the shape of the bottom; the ratio is not checked before anything is dropped. */
import { layerTable } from '../support/layer-table';

layerTable('Dropout', [
  ['5', '', '5'],
  ['2×3×4×5×6', '', '2×3×4×5×6'],
  ['scalar', '', 'scalar'],
  ['2×3', 'top: "b0"', '2×3'],
  ['2×3', 'dropout_ratio: 0.9', '2×3'],
  ['2×3', 'dropout_ratio: 1', '2×3'],
]);

/** lrn_layer.cpp: four axes, and an odd local_size. */
import { layerTable } from '../support/layer-table';

layerTable('LRN', [
  ['2×3×4×4', '', '2×3×4×4'],
  ['2×3×4×4', 'local_size: 3 norm_region: WITHIN_CHANNEL', '2×3×4×4'],
  ['2×3×4×4', 'local_size: 4', '? ! layer/local-size-even 4'],
  ['2×3×4', '', '? ! layer/four-axes b0'],
]);

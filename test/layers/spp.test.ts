/** spp_layer.cpp: channels × (1 + 4 + 16 + …) of as many levels. */
import { layerTable } from '../support/layer-table';

layerTable('SPP', [
  ['2×3×8×8', 'pyramid_height: 3', '2×63'],
  ['2×3×8×8', 'pyramid_height: 1', '2×3×1×1'],
  ['1×1×4×5', 'pyramid_height: 2 pool: AVE', '1×5'],
  ['2×3×8', 'pyramid_height: 1', '? ! layer/four-axes b0'],
  ['2×3×8×8', '', '? ! layer/pyramid-height SPP'],
  ['2×3×2×2', 'pyramid_height: 3', '? ! layer/pyramid-too-high 3'],
]);

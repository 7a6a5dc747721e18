/** batch_reindex_layer.cpp: as many items as there are indices, which have one axis. */
import { layerTable } from '../support/layer-table';

layerTable('BatchReindex', [
  ['5×3×2, 4', '', '4×3×2'],
  ['5, 7', '', '7'],
  ['5×3, 4×1', '', '? ! layer/index-axes b1'],
  ['5×3, scalar', '', '? ! layer/index-axes b1'],
]);

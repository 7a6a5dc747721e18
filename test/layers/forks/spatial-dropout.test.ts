/** spatial_dropout_layer.cpp of Intel's: the shape of the bottom, which has four axes at most. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'SpatialDropout',
  [
    ['2×3×4×5', '', '2×3×4×5'],
    ['2×3', '', '2×3'],
    ['2×3×4×5×6', '', '? ! layer/legacy-axes b0'],
  ],
  'intel',
);

/** channel_scale_layer.cpp of happynear: a factor for each position, or one for all that a second top shows. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'ChannelScale',
  [
    ['2×3×4×5, 2×1×4×5', '', '2×3×4×5'],
    ['2×3, 2', '', '2×3'],
    ['2×3×4×5, 2×1×4×5', 'global_scale: true', '2×3×4×5, 1 | 1'],
    ['2×3×4×5, 2×1×4×4', '', '? ! fork/bottom-size b1'],
    ['2×3×4×5, 1×2×4×5', '', '? ! fork/bottoms-differ b1'],
  ],
  'happynear',
);

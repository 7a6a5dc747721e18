/** bn_layer.cpp: scale and shift a channel; PSPNet, TSN and happynear keep moving averages too. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'BN',
  [
    ['2×3×4×5', '', '2×3×4×5 | 1×3×1×1, 1×3×1×1'],
    ['2×3', '', '2×3×1×1 | 1×3×1×1, 1×3×1×1'],
    ['2×3×4×5×6', '', '? | 1×3×1×1, 1×3×1×1 ! layer/legacy-axes b0'],
  ],
  'segnet',
);

layerTable(
  'BN',
  [
    ['2×3×4×5', '', '2×3×4×5 | 1×3×1×1, 1×3×1×1, 1×3×1×1, 1×3×1×1'],
    ['2×3', '', '2×3 | 1×3×1×1, 1×3×1×1, 1×3×1×1, 1×3×1×1'],
  ],
  'pspnet',
);

layerTable('BN', [['2×3×4×5', '', '2×3×4×5 | 1×3, 1×3, 1×3, 1×3']], 'tsn');

layerTable('SyncBN', [['2×3×4×5', '', '2×3×4×5 | 1×3, 1×3, 1×3, 1×3']], 'tsn');

layerTable('BN', [['2×3×4×5', '', '2×3×4×5 | 1×3, 1×3, 1×3, 1×3']], 'happynear');

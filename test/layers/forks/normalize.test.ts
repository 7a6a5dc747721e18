/** normalize_layer.cpp: SSD learns a scale a channel, TSN and happynear see four axes, and happynear gives the lengths. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Normalize',
  [
    ['2×3×4×5', '', '2×3×4×5 | scalar'],
    ['2×3×4×5', 'channel_shared: false', '2×3×4×5 | 3'],
    ['2', '', '? | scalar ! layer/no-channels b0'],
    ['2×0', 'channel_shared: false', '? | 0 ! layer/empty-bottom b0'],
    ['2×3×4×5×6', 'channel_shared: false', '? | 3 ! layer/legacy-axes b0'],
  ],
  'ssd',
);

layerTable(
  'Normalize',
  [
    ['2×3', '', '2×3×1×1'],
    ['2×3×4×5×6', '', '? ! layer/legacy-axes b0'],
  ],
  'tsn',
);

layerTable(
  'Normalize',
  [
    ['2×3×4×5', '', '2×3×4×5, 2×1×4×5'],
    ['2×3', '', '2×3×1×1'],
  ],
  'happynear',
);

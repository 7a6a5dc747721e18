/** batch_norm_layer.cpp: mean and variance a channel, and the factor by which both are scaled. */
import { layerTable } from '../support/layer-table';

layerTable('BatchNorm', [
  ['2×3×4×4', '', '2×3×4×4 | 3, 3, 1'],
  ['2×3', 'use_global_stats: true', '2×3 | 3, 3, 1'],
  ['2', '', '? | ?, ?, 1 ! layer/no-channels b0'],
  ['2×3', 'top: "b0"', '2×3 | 3, 3, 1'],
  ['2×3', 'param { lr_mult: 1 }', '? | 3, 3, 1 ! layer/learned-statistics 1'],
  ['2×0', '', '? | ?, ?, 1 ! layer/empty-bottom b0'],
  ['0×3', '', '? | 3, 3, 1 ! layer/empty-bottom b0'],
]);

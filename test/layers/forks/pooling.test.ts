/** Pooling of PR 3057: ceil_mode says how the size is rounded. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Pooling',
  [
    ['1×1×7×7', 'kernel_size: 2 stride: 2', '1×1×4×4'],
    ['1×1×7×7', 'kernel_size: 2 stride: 2 ceil_mode: true', '1×1×4×4'],
    ['1×1×7×7', 'kernel_size: 2 stride: 2 ceil_mode: false', '1×1×3×3'],
  ],
  'ceil-mode',
);

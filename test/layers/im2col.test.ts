/** im2col_layer.cpp: channels × kernel values at each place of a convolution. */
import { layerTable } from '../support/layer-table';

layerTable('Im2col', [
  ['2×3×5×5', 'kernel_size: 3', '2×27×3×3'],
  ['2×3×5×5', 'kernel_size: 3 stride: 2 pad: 1', '2×27×3×3'],
  ['2×3×5×5', 'kernel_size: 3 dilation: 2', '2×27×1×1'],
  ['2×3×6×6', 'kernel_h: 2 kernel_w: 1 stride: 2', '2×6×3×3'],
  ['2×3×5×5', 'kernel_size: 7', '? ! layer/output-negative 7'],
  ['2×3', 'kernel_size: 1', '? ! layer/no-spatial-axes Im2col'],
  ['2×3×5×5', '', '? ! layer/kernel-missing Im2col'],
]);

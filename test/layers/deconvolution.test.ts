/** deconv_layer.cpp: stride·(in − 1) + dilation·(kernel − 1) + 1 − 2·pad, filters the other way round. */
import { layerTable } from '../support/layer-table';

layerTable('Deconvolution', [
  ['1×3×4×4', 'num_output: 2 kernel_size: 4 stride: 2 pad: 1', '1×2×8×8 | 3×2×4×4, 2'],
  ['1×4×5×5', 'num_output: 4 kernel_size: 3 stride: 3 group: 4 bias_term: false', '1×4×15×15 | 4×1×3×3'],
  ['1×3×4×4', 'num_output: 1 kernel_size: 3 dilation: 2', '1×1×8×8 | 3×1×3×3, 1'],
  ['1×3×1×1', 'num_output: 1 kernel_size: 1 pad: 1', '? | 3×1×1×1, 1 ! layer/output-negative 1'],
  ['1×3×4×4', 'num_output: 4 kernel_size: 1 group: 2', '? | 3×2×1×1, 4 ! layer/group-channels 2'],
]);

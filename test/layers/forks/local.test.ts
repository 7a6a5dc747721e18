/** local_layer.cpp: filters of its own at each position. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Local',
  [
    ['2×3×9×8', 'num_output: 5 kernel_size: 3 stride: 2 pad: 1', '2×5×5×4 | 5×1×27×20, 1×1×5×20'],
    ['2×3×9×8', 'num_output: 5 kernel_size: 3 bias_term: false', '2×5×7×6 | 5×1×27×42'],
    ['2×3×9×8', 'num_output: 5 kernel_size: 9 pad: 4', '? | 5×1×243×72, 1×1×5×72 ! fork/field-bound 9'],
  ],
  'caffe-plus',
);

/** BVLC's layers as forks have them: conditions that differ. */
import { layerTable } from '../../support/layer-table';

layerTable('BatchNorm', [['2×3', 'param { lr_mult: 1 }', '2×3 | 3, 3, 1']], 'rfcn');

layerTable(
  'BatchNorm',
  [
    ['2×3', 'moving_average_fraction: 0.5', '2×3 | 3, 3, 1'],
    ['2×3', 'moving_average_fraction: 2', '? | 3, 3, 1 ! fork/field-bound 2'],
  ],
  'pspnet',
);

layerTable(
  'Accuracy',
  [
    ['4×5, 4', '', 'scalar'],
    ['4×5, 4', '', '?, ? ! net/top-count y1'],
  ],
  'tsn',
);

layerTable(
  'ArgMax',
  [
    ['4×5', '', '4×1×1×1'],
    ['4×5×2×2×1', '', '? ! layer/legacy-axes b0'],
  ],
  'tsn',
);

layerTable('Flatten', [['2×3×4', 'top: "b0"', '2×12']], 'tsn');

layerTable('Reshape', [['2×3', 'top: "b0" reshape_param { shape { dim: 6 } }', '6']], 'tsn');

layerTable(
  'Convolution',
  [
    ['1×3×4×4', 'num_output: 2 kernel_size: 3', '1×2×2×2 | 2×3×3×3, 2'],
    ['2×3×4', 'num_output: 2 kernel_size: 3', '? ! layer/four-axes b0'],
  ],
  'segnet',
);

layerTable(
  'Deconvolution',
  [
    ['1×3×4×4', 'num_output: 2 kernel_size: 3', '1×2×6×6 | 3×2×3×3, 2'],
    ['2×3×4', 'num_output: 2 kernel_size: 3', '? ! layer/four-axes b0'],
  ],
  'segnet',
);

layerTable(
  'SoftmaxWithLoss',
  [
    ['4×2, 4', 'loss_param { weight_by_label_freqs: true class_weighting: 1 class_weighting: 2 }', 'scalar'],
    ['4×2, 4', 'loss_param { weight_by_label_freqs: true class_weighting: 1 }', '? ! fork/field-count 1'],
  ],
  'segnet',
);

layerTable(
  'InnerProduct',
  [
    ['2×3', 'num_output: 7', '2×7 | 7×3, 7'],
    ['2×3, 5×3', 'bias_term: false', '2×5'],
    ['2×3, 5×3', '', '2×5 | 5'],
    ['2×3, 5×3, 5', '', '2×5'],
  ],
  'happynear',
);

layerTable('Eltwise', [['2×3, 2×3', 'top: "b0"', '2×3']], 'nvcaffe');

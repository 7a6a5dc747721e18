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

for (const fork of ['rfcn', 'microsoft', 'segnet', 'pspnet', 'rtpose', 'flownet2', 'caffe-face'])
  layerTable(
    'Accuracy',
    [
      ['4×5, 4', '', 'scalar, 5'],
      ['4×5, 4', '', 'scalar, 5, ?'],
    ],
    fork,
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

for (const fork of ['fast-rcnn', 'segnet', 'tsn']) {
  layerTable(
    'Concat',
    [
      ['2×3, 2×4', '', '2×7'],
      ['2×3', 'top: "y0"', '? ! net/bottom-count Concat'],
    ],
    fork,
  );
  layerTable(
    'Slice',
    [
      ['2×4', '', '2×2, 2×2'],
      ['2×4', 'top: "y0"', '? ! net/top-count Slice'],
    ],
    fork,
  );
}

layerTable('Accuracy', [['4×5, 4', 'top: "y0" top: "y1"', '?, ? ! net/top-count y1']], 'fast-rcnn');
layerTable('Eltwise', [['2×3', 'eltwise_param { coeff: 0.5 }', '2×3']], 'flownet2');
layerTable(
  'SoftmaxWithLoss',
  [
    ['2×3×4, 2×4', 'top: "y0" top: "y1" top: "y2" loss_weight: 1 loss_weight: 0 loss_weight: 0', 'scalar, 2×3×4, 2×4'],
    ['2×3×4, 2×4', 'top: "y0" top: "y1"', 'scalar, 2×3×4 ! layer/loss-weights-missing y1'],
  ],
  'rfcn',
);
layerTable('SoftmaxWithLoss', [['2×3, 2', 'top: "y0" top: "y1" top: "y2"', '?, ?, ? ! net/top-count y2']], 'microsoft');
for (const fork of ['intel', 'happynear']) layerTable('SoftmaxWithLoss', [['2×3, 2, 2', 'top: "y0"', 'scalar']], fork);
layerTable('EuclideanLoss', [['2×3, 2×3, 2', 'top: "y0"', 'scalar']], 'happynear');
layerTable('ContrastiveLoss', [['2×3, 2×3, 2, 2', 'top: "y0"', 'scalar']], 'happynear');
layerTable(
  'ImageData',
  [
    [
      '',
      'top: "y0" top: "y1" top: "y2" image_data_param { source: "a" batch_size: 2 new_height: 4 new_width: 5 }',
      '2×3×4×5, 2, 2',
    ],
  ],
  'happynear',
);

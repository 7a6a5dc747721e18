/** Layers of Cambricon's Caffe. */
import { layerTable } from '../../support/layer-table';

layerTable('Add', [['2×3×4×5, 2×3×4×5', '', '2×3×4×5']], 'cambricon');
layerTable(
  'CycleMult',
  [
    ['2×3×4×5, 1×3×1×1', '', '2×3×4×5'],
    ['2×3×4×5, 1×4×1×1', '', '? ! fork/bottoms-differ b1'],
    ['2×3×4×5, 2×3×1×1', '', '? ! fork/bottom-size b1'],
  ],
  'cambricon',
);
layerTable('Sqrt', [['2×3', '', '2×3']], 'cambricon');
layerTable(
  'CReLU',
  [
    ['2×3×4×5', '', '2×6×4×5'],
    ['2×3×4×5', 'concat_axis: -1', '2×3×4×10'],
    ['2×3', 'concat_axis: 2', '? ! layer/axis-out-of-range 2'],
  ],
  'cambricon',
);
layerTable(
  'Upsample',
  [
    ['1×3×4×5', 'nearestneighbor_mode: true scale: 2', '1×3×8×10'],
    ['1×3×4×5, 1×3×4×5', 'scale_h: 2 scale_w: 2 pad_out_h: 1', '1×3×7×10'],
    ['1×3×4×5', 'nearestneighbor_mode: true upsample_h: 9 upsample_w: 11', '1×3×9×11'],
  ],
  'cambricon',
);
layerTable('Proposal', [['1×18×4×5, 1×36×4×5', 'nms_num: 304', '304×5']], 'cambricon');
layerTable('Yolov3Detection', [['1×255×13×13, 1×255×26×26, 1×255×52×52', 'num_box: 100', '1×764×1×1']], 'cambricon');
layerTable('DetectionOut', [['1×125×13×13', 'num_classes: 20', '1×1×1×7']], 'cambricon');
layerTable('ImageDetect', [['300×84×1×1, 300×21', '', '1×6300×1×6']], 'cambricon');
layerTable(
  'ROIAlign',
  [
    ['2×9×14×14, 6×5', 'pooled_h: 7 pooled_w: 5', '12×9×7×5'],
    ['1×9×14×14, 1×6×1×5', 'pooled_h: 7 pooled_w: 5', '6×9×7×5'],
    ['1×9×14×14, 6×5', 'pooled_w: 5', '? ! fork/field-bound roi_align_param'],
  ],
  'cambricon',
);

/** Fields for the chip change no shape. */
layerTable(
  'Convolution',
  [
    [
      '1×3×8×8',
      'convolution_param { num_output: 4 kernel_size: 3 std: 0.5 } external_output: true sparsity: 0.5',
      '1×4×6×6 | 4×3×3×3, 4',
    ],
  ],
  'cambricon',
);

/** The layers of MS-CNN and Cascade R-CNN: boxes as (R, 5), label maps by stride. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'DecodeBBox',
  [
    ['6×8×1×1, 6×5×1×1', '', '6×5×1×1'],
    ['6×8, 6×5', '', '6×5'],
    ['6×4, 6×5', '', '? ! fork/bottom-size b0'],
    ['6×8, 7×5', '', '? ! fork/bottoms-differ b1'],
  ],
  'mscnn',
);

layerTable(
  'ProposalTarget',
  [
    ['9×5×1×1, 3×7×1×1', 'cls_num: 2 batch_size: 4', '4×5×1×1, 4×1×1×1, 4×8×1×1, 4×8×1×1, 4×8×1×1, 4×6×1×1'],
    [
      '9×5×1×1, 3×7×1×1',
      'bbox_reg_param { cls_aware: false } proposal_target_param { cls_num: 5 batch_size: -1 }',
      '9×5×1×1, 9×1×1×1, 9×8×1×1, 9×8×1×1, 9×8×1×1, 9×6×1×1',
    ],
    [
      '9×5×1×1, 3×7×1×1',
      'bbox_reg_param { cls_aware: true } proposal_target_param { cls_num: 5 batch_size: 4 }',
      '4×5×1×1, 4×1×1×1, 4×20×1×1, 4×20×1×1, 4×20×1×1, 4×6×1×1',
    ],
  ],
  'cascade-rcnn',
);

layerTable('BoxOutput', [['2×9×4×5, 2×9×2×3', 'fg_thr: -5', '1×5×1×1, 1×6×1×1']], 'mscnn');
layerTable('BoxGroupOutput', [['2×9×4×5, 2×4×4×5', 'iou_thr: 0.7', '1×5×1×1']], 'cascade-rcnn');

layerTable(
  'DetectionLoss',
  [
    ['2×6×4×5, 2×7×4×5', 'cls_num: 2 coord_num: 4', '1×1×1×2'],
    ['2×7×4×5, 2×7×4×5', 'cls_num: 2 coord_num: 4', '? ! fork/bottom-size b0'],
    ['2×6×4×5, 2×7×4×6', 'cls_num: 2 coord_num: 4', '? ! fork/bottoms-differ b1'],
  ],
  'mscnn',
);
layerTable('DetectionAccuracy', [['2×6×4×5, 2×7×4×5', 'cls_num: 2 coord_num: 4', '1×1×1×2, 1×1×1×1']], 'mscnn');
layerTable('DetectionGroupLoss', [['2×2×4×5, 2×4×4×5, 2×6×4×5', 'cls_num: 2', '1×1×1×2']], 'cascade-rcnn');
layerTable('DetectionGroupAccuracy', [['2×2×4×5, 2×4×4×5, 2×6×4×5', '', '1×1×1×2, 1×1×1×1']], 'cascade-rcnn');
layerTable('BboxAccuracy', [['6×8, 6×8, 6×6', '', '1×1×1×1, 1×1×1×1']], 'mscnn');
layerTable('FrcnnOutput', [['6×2, 6×8, 6×5, 1×2', '', '1×7×1×1']], 'cascade-rcnn');
layerTable('ScaleRoute', [['6×5, 6×9×2×3', '', '1×5×1×1, 1×9×2×3']], 'cascade-rcnn');
layerTable(
  'HardMining',
  [
    ['9×1, 9×5, 9×8', 'num_image: 2 num_roi_per_image: 3', '6×5×1×1, 6×8×1×1'],
    ['4×1, 4×5', 'num_image: 2 num_roi_per_image: 3', '4×5×1×1'],
  ],
  'cascade-rcnn',
);

layerTable(
  'ROIAlign',
  [['2×9×14×14, 6×5', 'roi_pooling_param { pooled_h: 7 pooled_w: 5 pad_ratio: 0.25 }', '6×9×8×6']],
  'mscnn',
);
layerTable('ROIPooling', [['2×9×14×14, 6×5', 'pooled_h: 7 pooled_w: 5 pad_ratio: 0.25', '6×9×7×5']], 'cascade-rcnn');

const means = 'transform_param { mean_value: 104 mean_value: 117 mean_value: 123 }';

layerTable(
  'ImageGtData',
  [
    [
      '',
      `top: "y0" top: "y1" top: "y2" top: "y3" ${means} image_gt_data_param { batch_size: 4 coord_num: 4 resize_width: 1280 resize_height: 386 crop_width: 448 crop_height: 0 downsample_rate: 8 downsample_rate: 16 output_gt_boxes: true }`,
      '4×3×386×448, 4×6×48×56, 4×6×24×28, 1×7×1×1',
    ],
    ['', `top: "y0" top: "y1" image_gt_data_param { batch_size: 0 downsample_rate: 8 }`, '?, ? ! fork/field-bound 0'],
  ],
  'mscnn',
);

layerTable(
  'DetectionData',
  [
    [
      '',
      `top: "y0" top: "y1" top: "y2" ${means} detection_data_param { batch_size: 2 short_size: 600 long_size: 900 stride: 8 stride: 16 }`,
      '2×3×900×600, 2×6×113×75, 2×6×56×38',
    ],
  ],
  'cascade-rcnn',
);

layerTable(
  'EvalData',
  [
    [
      '',
      `top: "y0" top: "y1" top: "y2" ${means} eval_data_param { batch_size: 1 resize_width: 100 resize_height: 80 }`,
      '1×3×80×100, 1×8×1×1, 1×2×1×1',
    ],
  ],
  'cascade-rcnn',
);

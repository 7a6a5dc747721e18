/** YOLO's losses and detections, and its AnnotatedData (eric612/MobileNet-YOLO). */
import { layerTable } from '../../support/layer-table';

layerTable(
  'Yolov3',
  [
    ['2×75×13×13, 2×1×300×5', 'num_class: 20 num: 3', 'scalar'],
    ['2×75×13×13, 2×1×300×5', 'num_class: 21 num: 3', '? ! fork/bottom-size b0'],
    ['2×75×13×13', 'num_class: 20 num: 3', '? ! net/bottom-count Yolov3'],
  ],
  'yolo',
);

layerTable('GaussianYolov3', [['2×87×13×13, 2×1×300×5', 'num_class: 20 num: 3', 'scalar']], 'yolo');

layerTable('RegionLoss', [['2×125×13×13, 2×1×300×5', 'num_class: 20', 'scalar']], 'yolo');

layerTable('YoloSeg', [['2×1×13×13, 2×1×13×13, 2×1×13×13', '', 'scalar']], 'yolo');

layerTable(
  'YoloDetectionOutput',
  [
    ['1×125×13×13', 'num_classes: 20', '1×1×1×7'],
    ['1×125×13×13', '', '? ! fork/field-missing YoloDetectionOutput'],
  ],
  'yolo',
);

layerTable(
  'Yolov3DetectionOutput',
  [
    ['1×75×13×13, 1×75×26×26', 'num_classes: 20 mask_group_num: 2', '1×1×1×7'],
    ['1×75×13×13', 'num_classes: 20 mask_group_num: 2', '? ! fork/field-bound 2'],
  ],
  'yolo',
);

layerTable('AssistedExcitation', [['2×8×13×13, 2×1×1×8, 2×1×13×13', '', '2×8×13×13']], 'yolo');

layerTable('SegmentationEvaluate', [['2×3×9×9, 2×3×9×9', 'num_classes: 3', '1×1×1×3']], 'yolo');

const sizes = 'data_param { source: "lmdb" batch_size: 4 } transform_param { mean_value: 1 mean_value: 1 mean_value: 1';

layerTable(
  'AnnotatedData',
  [
    [
      '',
      `top: "data" top: "label" ${sizes} resize_param { height: 416 width: 352 } resize_param { height: 9 width: 9 } } annotated_data_param { yolo_data_type: 1 yolo_data_jitter: 0.3 }`,
      '4×3×416×352, 4×1×300×5',
    ],
    [
      '',
      `top: "data" top: "label" ${sizes} resize_param { height: 416 width: 352 } } annotated_data_param { anno_type: BBOX }`,
      '4×3×416×352, 1×1×?×8',
    ],
  ],
  'yolo',
);

/** image_label_data_layer.cpp, image_label_list_data_layer.cpp, segmentation_accuracy_layer.cpp and iou_accuracy_layer.cpp. */
import { layerTable } from '../../support/layer-table';

const data = 'top: "y0" top: "y1" transform_param { crop_size: 5 }';

layerTable(
  'ImageLabelData',
  [
    [
      '',
      `${data} image_label_data_param { image_list_path: "a" label_list_path: "b" batch_size: 2 backend: LMDB }`,
      '2×?×5×5, 2×1×5×5',
    ],
    [
      '',
      'top: "y0" top: "y1" image_label_data_param { batch_size: 2 }',
      '?, ? ! fork/field-missing image_label_data_param',
    ],
  ],
  'jacinto',
);
layerTable(
  'ImageLabelListData',
  [
    ['', `${data} image_label_data_param { batch_size: 2 }`, '2×?×5×5, 2×1×5×5'],
    ['', `${data} image_label_data_param { batch_size: 2 label_slice { dim: 3 dim: 4 } }`, '2×?×5×5, 2×1×3×4'],
  ],
  'jacinto',
);
layerTable(
  'SegmentationAccuracy',
  [
    ['2×3×4×5, 2×1×4×5', '', '1×1×3×3'],
    ['2×3×4×5, 2×1×4×5', 'accuracy_param { axis: 2 }', '? ! layer/label-count b1'],
  ],
  'jacinto',
);
layerTable('IOUAccuracy', [['2×3×4×5, 2×1×4×5', 'top: "y0" top: "y1"', '1, 3']], 'jacinto');

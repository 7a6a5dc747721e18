/** annotated_data_layer.cpp of SSD: the size of crop_h and crop_w or crop_size, else of resize_param; then the boxes. */
import { layerTable } from '../../support/layer-table';

layerTable(
  'AnnotatedData',
  [
    [
      '',
      'data_param { source: "x" batch_size: 4 } transform_param { resize_param { height: 30 width: 40 } mean_value: [1, 2, 3] }',
      '4×3×30×40, 1×1×?×8',
    ],
    [
      '',
      'data_param { source: "x" batch_size: 4 } transform_param { resize_param { height: 30 width: 40 } mean_value: [1, 2, 3] crop_size: 20 }',
      '4×3×20×20',
    ],
    [
      '',
      'data_param { source: "x" batch_size: 4 } transform_param { resize_param { height: 30 width: 40 } mean_value: [1, 2, 3] crop_h: 10 crop_w: 20 }',
      '4×3×10×20',
    ],
    [
      '',
      'data_param { source: "x" batch_size: 4 } transform_param { resize_param { height: 30 width: 40 } mean_value: [1, 2, 3] crop_size: 31 }',
      '? ! data/crop-too-large 31',
    ],
    [
      '',
      'data_param { source: "x" batch_size: 4 } transform_param { resize_param { height: 30 width: 40 resize_mode: FIT_SMALL_SIZE } mean_value: [1, 2, 3] }',
      '? ! data/unknown-record-shape AnnotatedData ! fork/field-bound FIT_SMALL_SIZE',
    ],
    [
      '',
      'data_param { batch_size: 4 } transform_param { resize_param { height: 3 width: 4 } mean_value: [1, 2, 3] }',
      '4×3×3×4 ! data/no-file data_param',
    ],
  ],
  'ssd',
);

/** data_layer.cpp: batch_size records, whose shape the database has, cut to crop_size; and their labels. */
import { layerTable } from '../support/layer-table';

layerTable('Data', [
  ['', 'source: "x" batch_size: 4', '4×?×?×?, 4 ! data/unknown-record-shape Data'],
  ['', 'data_param { source: "x" batch_size: 4 } transform_param { crop_size: 5 mean_value: [1, 2, 3] }', '4×3×5×5, 4'],
  [
    '',
    'data_param { source: "x" batch_size: 4 } transform_param { crop_size: 5 }',
    '4×?×5×5 ! data/unknown-record-shape Data',
  ],
  ['', 'source: "x"', '?×?×?×? ! data/unknown-record-shape Data ! data/batch-size data_param'],
]);

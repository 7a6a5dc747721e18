/** window_data_layer.cpp: batch_size windows of three channels, cut to crop_size. */
import { layerTable } from '../support/layer-table';

layerTable('WindowData', [
  [
    '',
    'window_data_param { source: "w" batch_size: 4 } transform_param { crop_size: 5 }',
    '4×?×5×5, 4 ! data/unknown-record-shape WindowData',
  ],
  ['', 'source: "w" batch_size: 4', '4×?×?×?, 4 ! data/window-crop layer'],
]);

/** memory_data_layer.cpp: the sizes that it says, none of them 0. */
import { layerTable } from '../support/layer-table';

layerTable('MemoryData', [
  ['', 'batch_size: 2 channels: 3 height: 4 width: 5', '2×3×4×5, 2'],
  [
    '',
    'memory_data_param { batch_size: 2 channels: 3 height: 4 width: 5 } transform_param { crop_size: 4 }',
    '2×3×4×5, 2',
  ],
  ['', 'batch_size: 2 channels: 3 height: 4', '?, ? ! data/memory-sizes memory_data_param'],
]);

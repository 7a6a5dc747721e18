/** hdf5_data_layer.cpp: what its files hold, and no transformation. */
import { layerTable } from '../support/layer-table';

layerTable('HDF5Data', [
  ['', 'source: "x" batch_size: 4', '?, ?'],
  ['', 'batch_size: 4', '? ! data/no-file hdf5_data_param'],
  [
    '',
    'hdf5_data_param { source: "x" batch_size: 4 } transform_param { scale: 2 }',
    '? ! data/no-transform transform_param',
  ],
]);

/** hdf5_output_layer.cpp: no tops; Forward asks for as many items in both bottoms. */
import { layerTable } from '../support/layer-table';

layerTable('HDF5Output', [
  ['4×3, 4', 'file_name: "x"', ''],
  ['4×3, 5', 'file_name: "x"', ' ! layer/hdf5-output-bottoms b1'],
  ['4×1×1×1×1, 4', 'file_name: "x"', ' ! layer/hdf5-output-bottoms b0'],
  ['4×3, 4', '', ' ! data/no-file HDF5Output'],
]);

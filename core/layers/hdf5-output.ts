/** Writes its two bottoms, data and label, to an HDF5 file. No tops. Source: hdf5_output_layer.cpp. */
import type { LayerRule } from '../net/rules';
import { noMacs } from './macs';
import { samePlace } from './windows';

export const hdf5Output: LayerRule = {
  type: 'HDF5Output',
  summary: 'Writes data and labels to the HDF5 file `file_name`. No tops.',
  param: 'hdf5_output_param',
  skeleton: { name: 'output', body: 'file_name: "${1:features.h5}"' },
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 0, max: 0 } },
  macs: noMacs,
  window: samePlace,
  setUp: () => ({ tops: [], params: [], problems: [] }),
};

/**
 * Reads blobs by name from HDF5 files that a text file lists. Tops: (batch, …), with the other dimensions in the files.
 * Source: hdf5_data_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import { entryOf, nameSpan } from '../schema/message';
import { noMacs } from './shared/macs';
import { refuseNoFile } from './shared/named-file';
import { source } from './shared/windows';
import { inputMoments } from '../moments/source';

export const hdf5Data: LayerRule = {
  type: 'HDF5Data',
  summary:
    'Reads the datasets with the names of its tops from HDF5 files. Tops: `batch_size` rows each, of the shape that the files define.',
  param: 'hdf5_data_param',
  skeleton: { name: 'data', tops: ['data', 'label'], body: 'source: "${1:train.txt}"\nbatch_size: ${2:64}' },
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 1 } },
  source: true,
  setsUpOnce: true,
  macs: noMacs,
  window: source,
  moments: inputMoments,
  setUp({ layer, param }) {
    const transform = entryOf(layer.message, 'transform_param');
    const problems = transform
      ? [{ code: 'data/no-transform' as const, span: nameSpan(transform.node), args: { type: layer.type } }]
      : [];
    return { tops: layer.tops.map(() => null), params: [], problems: [...problems, ...refuseNoFile(param, 'source')] };
  },
};

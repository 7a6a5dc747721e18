/**
 * Reads records from an LMDB or LevelDB. Tops: (batch, C, H, W) and, if there is a second, the labels (batch). The
 * record's shape is in the database, not in the net; `crop_size` gives height and width. Source: data_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import { batchOf, refuseNoPrefetch } from './shared/batch';
import { blobProblems } from './shared/geometry';
import { refuseNoFile } from './shared/named-file';
import { datumOf, needsRandom, transformed, transformProblems, unknownRecord } from './shared/transform';
import { noMacs } from './shared/macs';
import { source } from './shared/windows';
import { dataMoments } from '../moments/source';

export const data: LayerRule = {
  type: 'Data',
  summary:
    'Reads records from an LMDB or LevelDB. Tops: (batch_size, C, H, W), cropped to `crop_size`, and labels (batch_size).',
  param: 'data_param',
  alsoReads: ['transform_param'],
  skeleton: {
    name: 'data',
    tops: ['data', 'label'],
    body: 'source: "${1:train_lmdb}"\nbatch_size: ${2:64}\nbackend: ${3|LMDB,LEVELDB|}',
  },
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 1, max: 2 } },
  source: true,
  moments: dataMoments,
  readsState: true,
  macs: noMacs,
  window: source,
  setUp(input) {
    const { size, problems } = batchOf(input.param);
    const datum = datumOf(input);
    const record = transformed(input, datum);
    return {
      tops: input.layer.tops.map((_, i) => (i === 0 ? [size, ...record] : [size])),
      params: [],
      problems: [
        ...refuseNoFile(input.param, 'source'),
        ...problems,
        ...refuseNoPrefetch(input.layer),
        ...transformProblems(input, datum),
        ...unknownRecord(input, record),
        ...blobProblems(input.layer, [size, ...record], 0),
      ],
      // One to seed the prefetching thread; the transformation seeds itself twice.
      draws: { words: 1 + (needsRandom(input) ? 2 : 0) },
    };
  },
};

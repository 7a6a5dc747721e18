/**
 * Reads images that a text file lists. Tops: (batch, 3 or 1, H, W), sized by `new_height` and `new_width` or the first
 * image, cropped to `crop_size`; and labels (batch). Source: image_data_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import type { Problem } from '../problems';
import { bool, has, num, placeOf } from '../schema/message';
import { batchOf, refuseNoPrefetch } from './shared/batch';
import { blobProblems, int32 } from './shared/geometry';
import { refuseNoFile } from './shared/named-file';
import { datumOf, needsRandom, transformed, transformProblems, unknownRecord, type Datum } from './shared/transform';
import { noMacs } from './shared/macs';
import { source } from './shared/windows';
import { dataMoments } from '../moments/source';

export const imageData: LayerRule = {
  type: 'ImageData',
  summary:
    'Reads images listed in a file. Tops: (batch_size, 3, H, W), 1 channel without `is_color`, and labels (batch_size).',
  param: 'image_data_param',
  alsoReads: ['transform_param'],
  skeleton: { name: 'data', tops: ['data', 'label'], body: 'source: "${1:train.txt}"\nbatch_size: ${2:64}' },
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 2, max: 2 } },
  source: true,
  moments: dataMoments,
  readsState: true,
  macs: noMacs,
  window: source,
  setUp(input) {
    const { param } = input;
    const { size, problems: batch } = batchOf(param);
    const [height, width] = [int32(num(param, 'new_height')), int32(num(param, 'new_width'))];
    const problems: Problem[] = [...refuseNoFile(param, 'source'), ...batch, ...refuseNoPrefetch(input.layer)];
    if (!((height === 0 && width === 0) || (height > 0 && width > 0))) {
      problems.push({
        code: 'data/half-of-size',
        span: placeOf(param, has(param, 'new_height') ? 'new_height' : 'new_width'),
        args: { height, width },
      });
    }
    const [, readHeight, readWidth] = datumOf(input);
    const resized = height > 0 && width > 0;
    const datum: Datum = [bool(param, 'is_color') ? 3 : 1, resized ? height : readHeight, resized ? width : readWidth];
    const record = transformed(input, datum);
    const words =
      1 + (needsRandom(input) ? 2 : 0) + (bool(param, 'shuffle') ? 1 : 0) + (num(param, 'rand_skip') > 0 ? 1 : 0);
    return {
      tops: [[size, ...record], [size]],
      params: [],
      problems: [
        ...problems,
        ...transformProblems(input, datum),
        ...unknownRecord(input, record),
        ...blobProblems(input.layer, [size, ...record], 0),
      ],
      draws: { words },
    };
  },
};

/**
 * Reads windows of images, for region-based detection. Tops: (batch, C, crop, crop) and labels (batch); the channels
 * are those of the images. Source: window_data_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import type { Problem } from '../problems';
import { bool, num, placeOf } from '../schema/message';
import { batchOf } from './shared/batch';
import { blobProblems } from './shared/geometry';
import { refuseNoFile } from './shared/named-file';
import { datumOf, needsRandom, transformOf, transformProblems, unknownRecord, type Datum } from './shared/transform';
import { noMacs } from './shared/macs';
import { source } from './shared/windows';
import { dataMoments } from '../moments/source';

export const windowData: LayerRule = {
  type: 'WindowData',
  summary:
    'Reads windows of images listed in a file. Tops: (batch_size, C, crop_size, crop_size) and labels (batch_size).',
  param: 'window_data_param',
  alsoReads: ['transform_param'],
  skeleton: {
    name: 'data',
    tops: ['data', 'label'],
    body: 'source: "${1:windows.txt}"\nbatch_size: ${2:64}',
    beside: 'transform_param { crop_size: ${3:227} }',
  },
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 2, max: 2 } },
  source: true,
  moments: dataMoments,
  readsState: true,
  macs: noMacs,
  window: source,
  setUp(input) {
    const transform = transformOf(input);
    const { size, problems: batch } = batchOf(input.param);
    const crop = num(transform, 'crop_size');
    const problems: Problem[] = [...refuseNoFile(input.param, 'source'), ...batch];
    if (crop <= 0) problems.push({ code: 'data/window-crop', span: placeOf(transform, 'crop_size'), args: { crop } });
    const [channels] = datumOf(input);
    problems.push(...transformProblems(input, [channels, null, null]));
    const record: Datum = [channels, crop > 0 ? crop : null, crop > 0 ? crop : null];
    const shuffles = bool(transform, 'mirror') || crop > 0;
    return {
      tops: [[size, ...record], [size]],
      params: [],
      problems:
        problems.length > 0
          ? problems
          : [...unknownRecord(input, record), ...blobProblems(input.layer, [size, ...record], 0)],
      draws: { words: 1 + (needsRandom(input) ? 2 : 0) + (shuffles ? 1 : 0) },
    };
  },
};

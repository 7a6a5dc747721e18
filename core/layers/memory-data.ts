/**
 * Reads from memory that the calling program provides. Tops: (batch, channels, height, width) and labels (batch);
 * `crop_size` takes effect only in Forward. Source: memory_data_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import type { Problem } from '../problems';
import { num, placeOf } from '../schema/message';
import { blobProblems, int32 } from './shared/geometry';
import { meanProblems, needsRandom } from './shared/transform';
import { noMacs } from './shared/macs';
import { source } from './shared/windows';
import { dataMoments } from '../moments/source';

const fields = ['batch_size', 'channels', 'height', 'width'] as const;

export const memoryData: LayerRule = {
  type: 'MemoryData',
  summary: 'Reads arrays that a program provides. Tops: (batch_size, channels, height, width) and labels (batch_size).',
  param: 'memory_data_param',
  alsoReads: ['transform_param'],
  skeleton: {
    name: 'data',
    tops: ['data', 'label'],
    body: 'batch_size: ${1:64}\nchannels: ${2:3}\nheight: ${3:224}\nwidth: ${4:224}',
  },
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 2, max: 2 } },
  source: true,
  moments: dataMoments,
  readsState: true,
  macs: noMacs,
  window: source,
  setUp(input) {
    const { param } = input;
    const sizes = fields.map((field) => int32(num(param, field)));
    const [batch = 0, channels = 0, height = 0, width = 0] = sizes;
    const draws = { words: needsRandom(input) ? 1 : 0 };
    const wrong = fields[sizes.findIndex((size) => size <= 0)] ?? 'batch_size';
    const isRejected =
      sizes.some((size) => size < 0) || Math.imul(batch, Math.imul(Math.imul(channels, height), width)) <= 0;
    const problems: readonly Problem[] = [
      ...meanProblems(input),
      ...(isRejected
        ? [
            {
              code: 'data/memory-sizes',
              span: placeOf(param, wrong),
              args: { name: wrong, value: num(param, wrong) },
            } as const,
          ]
        : blobProblems(input.layer, sizes, 0)),
    ];
    return { tops: problems.length > 0 ? [null, null] : [sizes, [batch]], params: [], problems, draws };
  },
};

/**
 * Images with their label images, from a list: tops (batch, C, H, W) and (batch, 1, H, W), resized or cropped
 * (dense_image_data_layer.cpp of SegNet). In ENet's Caffe, label images that are not cropped are smaller by
 * `label_divide_factor`.
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, num, placeOf, type Message } from '../../schema/message';
import { batchOf } from '../shared/batch';
import { datumOf, meanProblems, unknownRecord, type Datum } from '../shared/transform';
import { noMacs } from '../shared/macs';
import { source } from '../shared/windows';
import { numberIn } from './loose';
import { made } from './results';

export const denseImageData: LayerRule = {
  type: 'DenseImageData',
  summary: 'Images with label images, from a list. Tops: (batch_size, C, H, W) and (batch_size, 1, H, W).',
  param: 'dense_image_data_param',
  alsoReads: ['transform_param'],
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 2, max: 2 } },
  macs: noMacs,
  window: source,
  source: true,
  readsState: true,
  setUp(input) {
    const { param } = input;
    const { size, problems } = batchOf(param);
    const image = imageOf(input);
    const cut = num(param, 'crop_height') > 0 && num(param, 'crop_width') > 0;
    const record: Datum = cut ? [image[0], num(param, 'crop_height'), num(param, 'crop_width')] : image;
    const result = made(
      input,
      [
        [size, ...record],
        [size, 1, ...(cut ? record.slice(1) : labelsOf(param, record))],
      ],
      [...problems, ...meanProblems(input), ...cropProblems(input, image)],
    );
    return {
      ...result,
      problems: [...result.problems, ...unknownRecord(input, record)],
      draws: { words: wordsOf(input) },
    };
  },
};

function labelsOf(param: Message, [, height, width]: Datum): readonly Dim[] {
  const factor = numberIn(param, 'label_divide_factor') ?? 1;
  // Division by 0 ends Caffe; nothing follows from it here.
  const divided = (size: Dim): Dim => (size === null || factor < 1 ? null : Math.trunc(size / factor));
  return [divided(height), divided(width)];
}

/** The image's own shape, or the resized one. */
function imageOf(input: SetUpInput): Datum {
  const { param } = input;
  const [, height, width] = datumOf(input);
  const sized = num(param, 'new_height') > 0 && num(param, 'new_width') > 0;
  const channels: Dim = bool(param, 'is_color') ? 3 : 1;
  return sized ? [channels, num(param, 'new_height'), num(param, 'new_width')] : [channels, height, width];
}

function cropProblems({ param }: SetUpInput, [, height, width]: Datum): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [size, axis] of [
    [height, 'height'],
    [width, 'width'],
  ] as const) {
    const crop = num(param, `crop_${axis}`);
    if (size !== null && crop > size && problems.length === 0) {
      problems.push({ code: 'data/crop-too-large', span: placeOf(param, `crop_${axis}`), args: { crop, size, axis } });
    }
  }
  return problems;
}

/** One word to shuffle the list, and one to skip a random part of it. */
function wordsOf({ param }: SetUpInput): number {
  return (bool(param, 'shuffle') ? 1 : 0) + (num(param, 'rand_skip') > 0 ? 1 : 0);
}

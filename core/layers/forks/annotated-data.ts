/**
 * Records of images with their boxes: tops (batch, C, H, W) and, if there is a second, (1, 1, boxes of the first
 * record, 8) (annotated_data_layer.cpp of SSD). The size is given by `crop_h`, `crop_w` or `crop_size`, else by
 * `resize_param`, else by the record.
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim, Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, entriesOf, has, num, placeOf, str, subOrEmpty, subs, type Message } from '../../schema/message';
import { batchOf } from '../shared/batch';
import { refuseNoFile } from '../shared/named-file';
import { phaseOf } from '../shared/phase';
import { datumOf, meanProblems, transformOf, unknownRecord, type Datum } from '../shared/transform';
import { noMacs } from '../shared/macs';
import { source } from '../shared/windows';
import { numberIn } from './loose';
import { made } from './results';
import { samplerProblems } from './samplers';

export const annotatedData: LayerRule = {
  type: 'AnnotatedData',
  summary:
    'Records of images with bounding boxes. Tops: (batch_size, C, H, W), cropped or resized by `transform_param`, and the boxes.',
  param: 'data_param',
  alsoReads: ['transform_param', 'annotated_data_param'],
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 1 } },
  macs: noMacs,
  window: source,
  source: true,
  readsState: true,
  setUp(input) {
    const { size, problems } = batchOf(input.param);
    const transform = transformOf(input);
    const datum = datumOf(input);
    const resized = resizedTo(transform, datum);
    const record: Datum = [datum[0], cropOf(transform, 'h') || resized[1], cropOf(transform, 'w') || resized[2]];
    const found = [
      ...problems,
      ...meanProblems(input),
      ...sizeProblems(transform, resized),
      ...batchProblems(transform, size),
    ];
    const labels = (i: number): Shape => (i === 1 ? [1, 1, null, 8] : []);
    const result = made(
      input,
      input.layer.tops.map((_, i) => (i === 0 ? [size, ...record] : labels(i))),
      found,
    );
    return {
      ...result,
      problems: [
        ...refuseNoFile(input.param, 'source'),
        ...result.problems,
        ...samplerProblems(input),
        ...unknownRecord(input, record),
      ],
      draws: { words: wordsOf(input) },
    };
  },
};

/** Intel's Caffe reads without a separate thread. */
export const annotatedDataIntel: LayerRule = {
  ...annotatedData,
  setUp: (input) => ({ ...annotatedData.setUp(input), draws: { words: wordsOf(input) - 1 } }),
};

/**
 * MobileNet-YOLO's: it resizes by the first `resize_param`, later ones are for other iterations. With
 * `yolo_data_type: 1` each image has 300 boxes of 5 values; further tops are unknown.
 */
export const annotatedDataYolo: LayerRule = {
  ...annotatedData,
  setUp(input) {
    const param = subOrEmpty(input.layer.message, 'annotated_data_param');
    const result = annotatedData.setUp(input);
    const [data = null] = result.tops;
    const boxes: Shape = numberIn(param, 'yolo_data_type') === 1 ? [data?.[0] ?? null, 1, 300, 5] : [1, 1, null, 8];
    const tops = result.tops.map((_, i) => [data, data && boxes][i] ?? null);
    return { ...result, tops, draws: null };
  },
};

type Side = 'h' | 'w';

/** `crop_size` applies where a side's own field is 0. */
function cropOf(transform: Message, side: Side): number {
  return num(transform, `crop_${side}`) || num(transform, 'crop_size');
}

function resizedTo(transform: Message, datum: Datum): Datum {
  // The first, in Caffes where it is repeated.
  const [resize] = subs(transform, 'resize_param');
  if (!resize) return datum;
  const [height, width] = [num(resize, 'height'), num(resize, 'width')];
  return str(resize, 'resize_mode') === 'FIT_SMALL_SIZE' ? fitSmall(datum, height, width) : [datum[0], height, width];
}

/** The shorter side gets its size, the other keeps the aspect ratio. */
function fitSmall([channels, height, width]: Datum, newHeight: number, newWidth: number): Datum {
  if (height === null || width === null) return [channels, null, null];
  const ratio = Math.fround(width / height);
  return newWidth / newHeight > ratio
    ? [channels, Math.trunc(Math.fround(newWidth / ratio)), newWidth]
    : [channels, newHeight, Math.trunc(Math.fround(newHeight * ratio))];
}

function batchProblems(transform: Message, batch: Dim): readonly Problem[] {
  const [resize] = subs(transform, 'resize_param');
  if (!resize || str(resize, 'resize_mode') !== 'FIT_SMALL_SIZE' || batch === null || batch === 1) return [];
  return [
    {
      code: 'fork/field-bound',
      span: placeOf(resize, 'resize_mode'),
      args: { name: 'batch_size', relation: '=', bound: 1, found: batch },
    },
  ];
}

function sizeProblems(transform: Message, [channels, height, width]: Datum): readonly Problem[] {
  const problems: Problem[] = [];
  const values = entriesOf(transform, 'mean_value').length;
  if (channels !== null && values > 1 && values !== channels) {
    problems.push({
      code: 'data/mean-value-count',
      span: placeOf(transform, 'mean_value'),
      args: { found: values, channels },
    });
  }
  for (const [size, side, axis] of [
    [height, 'h', 'height'],
    [width, 'w', 'width'],
  ] as const) {
    const crop = cropOf(transform, side);
    if (size === null || crop <= size || problems.length > 0) continue;
    const field = has(transform, `crop_${side}`) ? `crop_${side}` : 'crop_size';
    problems.push({ code: 'data/crop-too-large', span: placeOf(transform, field), args: { crop, size, axis } });
  }
  return problems;
}

/** The seeds of the reader and of the prefetching thread, and the two of the transformation. */
function wordsOf(input: SetUpInput): number {
  const transform = transformOf(input);
  const random =
    bool(transform, 'mirror') ||
    (phaseOf(input.layer, input.state) === 'TRAIN' &&
      (num(transform, 'crop_size') > 0 || num(transform, 'crop_h') > 0));
  return 2 + (random ? 2 : 0);
}

/** How data layers transform a record: crop, mirror, mean (data_transformer.cpp). */
import type { SetUpInput } from '../../net/rules';
import type { Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { refuseNoFile } from './named-file';
import { bool, entriesOf, has, num, placeOf, str, subOrEmpty, type Message } from '../../schema/message';
import { INT_MAX } from './geometry';
import { phaseOf } from './phase';

/** Channels, height and width of a record as read. */
export type Datum = readonly [channels: Dim, height: Dim, width: Dim];

export function transformOf({ layer }: SetUpInput): Message {
  return subOrEmpty(layer.message, 'transform_param');
}

/**
 * The record's shape from the mean file or from the world; unknown where neither gives it. Several mean values are one
 * per channel, else Caffe aborts at the first record.
 */
export function datumOf(input: SetUpInput): Datum {
  const transform = transformOf(input);
  const mean = has(transform, 'mean_file') ? input.world.meanShape(str(transform, 'mean_file')) : undefined;
  // A mean file's blob may have a leading axis for the batch.
  const nMeans = entriesOf(transform, 'mean_value').length;
  const [channels = nMeans > 1 ? nMeans : null, height = null, width = null] =
    input.world.datum ?? mean?.slice(-3) ?? [];
  return [channels, height, width];
}

/** The shape after the transformation: cropped to `crop_size` where that is set. */
export function transformed(input: SetUpInput, [channels, height, width]: Datum): Datum {
  const crop = num(transformOf(input), 'crop_size');
  if (crop === 0) return [channels, height, width];
  return crop > INT_MAX ? [channels, null, null] : [channels, crop, crop];
}

/**
 * Every layer with a transformation creates it first; it accepts one kind of mean, and requires a path for a mean file.
 */
export function meanProblems(input: SetUpInput): readonly Problem[] {
  const transform = transformOf(input);
  if (!has(transform, 'mean_file')) return [];
  if (!has(transform, 'mean_value')) return refuseNoFile(transform, 'mean_file');
  return [{ code: 'data/mean-file-and-value', span: placeOf(transform, 'mean_value'), args: {} }];
}

export function transformProblems(input: SetUpInput, [channels, height, width]: Datum): readonly Problem[] {
  const transform = transformOf(input);
  const problems: Problem[] = [];
  const crop = num(transform, 'crop_size');
  const values = entriesOf(transform, 'mean_value');
  const means = meanProblems(input);
  problems.push(...means);
  if (means.length === 0 && channels !== null && values.length > 1 && values.length !== channels) {
    problems.push({
      code: 'data/mean-value-count',
      span: placeOf(transform, 'mean_value'),
      args: { found: values.length, channels },
    });
  }
  for (const [size, axis] of [
    [height, 'height'],
    [width, 'width'],
  ] as const) {
    // Unsigned in the text and signed in the computation: a huge crop is a negative size.
    if (crop > (size ?? INT_MAX)) {
      problems.push({ code: 'data/crop-too-large', span: placeOf(transform, 'crop_size'), args: { crop, size, axis } });
      break;
    }
  }
  return problems;
}

/** Reported once, at the layer's type, where the record's shape is unknown. */
export function unknownRecord({ layer }: SetUpInput, shape: Datum): readonly Problem[] {
  return shape.includes(null)
    ? [{ code: 'data/unknown-record-shape', span: layer.typeSpan, args: { layer: layer.name } }]
    : [];
}

/**
 * Whether the transformation takes random words to seed its own generator: for mirroring, and in TRAIN for crops
 * (InitRand).
 */
export function needsRandom(input: SetUpInput): boolean {
  const transform = transformOf(input);
  return (
    bool(transform, 'mirror') || (phaseOf(input.layer, input.state) === 'TRAIN' && num(transform, 'crop_size') > 0)
  );
}

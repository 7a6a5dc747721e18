/** Layers of TI's Caffe for its Jacinto chips, which extends NVIDIA's (tidsp/caffe-jacinto, caffe-0.15 to 0.17). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim, Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { has, sub } from '../../schema/message';
import { axisOf } from '../shared/geometry';
import { labelCount } from '../shared/label-count';
import { datumOf, transformed } from '../shared/transform';
import { source } from '../shared/windows';
import { numberIn, numbersIn, positive, written } from './loose';
import { arityOf, shaped } from './shaped';

type Labels = (image: readonly Dim[], input: SetUpInput) => readonly Dim[];

function images(type: string, labels: Labels, check: (input: SetUpInput) => readonly Problem[]): LayerRule {
  const rule = shaped({
    type,
    summary: 'Images with label images. Tops: (batch_size, C, H, W) and (batch_size, 1, H, W), cropped to `crop_size`.',
    param: 'image_label_data_param',
    alsoReads: ['transform_param'],
    arity: arityOf([0, 0], [2, 2]),
    tops(input): readonly Shape[] {
      const [channels, ...image] = transformed(input, datumOf(input));
      const batch = numberIn(input.param, 'batch_size');
      return [
        [batch, channels, ...image],
        [batch, 1, ...labels(image, input)],
      ];
    },
    check: (input) => [...positive(input, 'batch_size'), ...check(input)],
  });
  return {
    ...rule,
    window: source,
    source: true,
    readsState: true,
    setUp: (input) => ({ ...rule.setUp(input), draws: null }),
  };
}

/** image_label_data_layer.cpp: a Data layer each for images and labels, of a database that must be named. */
const imageLabelData = images(
  'ImageLabelData',
  (image) => image,
  (input) => written(input, 'backend'),
);

/** image_label_list_data_layer.cpp: from lists; `label_slice` has the size of the labels. */
const imageLabelListData = images(
  'ImageLabelListData',
  (image, { param }) => {
    const slice = has(param, 'label_slice') ? sub(param, 'label_slice') : undefined;
    if (!slice) return image;
    const sizes = numbersIn(slice, 'dim');
    return [sizes[0] ?? null, sizes[1] ?? null];
  },
  () => [],
);

function confusion(
  type: string,
  summary: string,
  tops: (classes: Dim) => readonly Shape[],
  count: readonly [number, number?],
): LayerRule {
  const classesOf = ({ layer, param, bottoms: [data = null] }: SetUpInput): ReturnType<typeof axisOf> =>
    axisOf(layer, param, 'axis', 0, data);
  return {
    ...shaped({
      type,
      summary,
      param: 'accuracy_param',
      arity: arityOf([2, 2], count),
      tops(input) {
        const { axis } = classesOf(input);
        return tops(axis === null ? null : (input.bottoms[0]?.[axis] ?? null));
      },
      check(input) {
        const { axis, problems } = classesOf(input);
        return axis === null ? problems : [...problems, ...labelCount(input, axis)];
      },
    }),
    noGradient: 'any',
  };
}

/** segmentation_accuracy_layer.cpp: tops beyond the first are not shaped. */
const segmentationAccuracy = confusion(
  'SegmentationAccuracy',
  'Counts how often each class is predicted for each label. Top: (1, 1, K, K), for K classes along `axis`.',
  (classes) => [[1, 1, classes, classes]],
  [1, 3],
);

/** iou_accuracy_layer.cpp; its limit of two tops is misspelled, so that it does not hold. */
const iouAccuracy = confusion(
  'IOUAccuracy',
  'The intersection of predictions and labels over their union. Tops: (1), the mean, and (K), for each class.',
  (classes) => [[1], [classes]],
  [1],
);

export const jacinto: readonly LayerRule[] = [imageLabelData, imageLabelListData, segmentationAccuracy, iouAccuracy];

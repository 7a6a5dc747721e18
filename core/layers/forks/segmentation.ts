/**
 * DeepLab's layers over score maps and their labels, with the conditions of each (its own .cpp file in PSPNet's Caffe).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { entriesOf, num, placeOf, str } from '../../schema/message';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs, oneEach } from '../shared/macs';
import { acrossPlane, everything, samePlace } from '../shared/windows';
import { above, atLeast } from './fields';
import { needsSame, needsSize } from './needs';
import { made } from './results';

export const biasChannel: LayerRule = {
  type: 'BiasChannel',
  summary: 'Adds a bias to the scores of the classes in the image. Top: the shape of the bottom.',
  param: 'bias_channel_param',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: samePlace,
  setUp(input) {
    const perImage = str(input.param, 'label_type') === 'IMAGE';
    return made(
      input,
      [input.bottoms[0] ?? null],
      [
        ...atLeast(input, 'bg_bias', 0),
        ...atLeast(input, 'fg_bias', 0),
        ...inOrder(input, [
          () => needsSame(input, 1, 0, ['num']),
          () =>
            perImage
              ? [...needsSize(input, 1, 'height', 1), ...needsSize(input, 1, 'width', 1)]
              : needsSame(input, 1, 0, ['height', 'width']),
          () => (perImage ? [] : needsSize(input, 1, 'channels', 1)),
        ]),
      ],
    );
  },
};

export const adaptiveBiasChannel: LayerRule = {
  type: 'AdaptiveBiasChannel',
  summary:
    'Raises the scores of the classes in the image until each covers its fraction of the pixels. Top: the shape of the bottom.',
  param: 'adaptive_bias_channel_param',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: acrossPlane,
  setUp: (input) =>
    made(
      input,
      [input.bottoms[0] ?? null],
      [
        ...above(input, 'num_iter', 0),
        ...inOrder(input, [
          () => needsSame(input, 1, 0, ['num']),
          () => [...needsSize(input, 1, 'height', 1), ...needsSize(input, 1, 'width', 1)],
        ]),
      ],
    ),
};

/** The number of bottoms is never checked, as the name of the overriding method is misspelt. */
export function domainTransform(type: 'DomainTransform' | 'DomainTransformForwardOnly'): LayerRule {
  return {
    type,
    summary:
      'Smooths the maps, but not across edges. Bottoms: the maps, the edges. Top: the shape of the first bottom.',
    param: 'domain_transform_param',
    arity: { bottoms: { min: 2 }, tops: { min: 1 } },
    macs: noMacs,
    window: acrossPlane,
    setUp: (input) =>
      made(
        input,
        [input.bottoms[0] ?? null],
        [
          ...above(input, 'spatial_sigma', 0),
          ...above(input, 'range_sigma', 0),
          ...above(input, 'num_iter', 0),
          ...inOrder(input, [
            () => needsSame(input, 1, 0, ['num']),
            () => needsSize(input, 1, 'channels', 1),
            () => needsSame(input, 1, 0, ['height', 'width']),
          ]),
        ],
      ),
  };
}

export const segAccuracy: LayerRule = {
  type: 'SegAccuracy',
  summary:
    'Pixel accuracy, class accuracy and mean intersection over union. Bottoms: scores, labels. Top: (1, 1, 1, 3).',
  param: 'seg_accuracy_param',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: everything,
  setUp: (input) =>
    made(
      input,
      [[1, 1, 1, 3]],
      inOrder(input, [
        () => needsSame(input, 1, 0, ['num']),
        () => needsSize(input, 1, 'channels', 1),
        () => needsSame(input, 1, 0, ['height', 'width']),
      ]),
    ),
};

export const spatialProduct: LayerRule = {
  type: 'SpatialProduct',
  summary:
    'Multiplies each channel by the same map. Bottoms: the channels, the map (N, 1, H, W). Top: the shape of the first bottom.',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  macs: oneEach,
  window: samePlace,
  setUp: (input) =>
    made(
      input,
      [input.bottoms[0] ?? null],
      inOrder(input, [() => needsSize(input, 1, 'channels', 1), () => needsSame(input, 1, 0, ['height', 'width'])]),
    ),
};

export const uniqueLabel: LayerRule = {
  type: 'UniqueLabel',
  summary: 'The labels that occur in each item. Bottom: one channel. Top: (N, max_labels, 1, 1).',
  param: 'unique_label_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: everything,
  setUp(input) {
    const {
      param,
      bottoms: [data],
    } = input;
    const labels = num(param, 'max_labels');
    const forced = entriesOf(param, 'force_label').length;
    const problems: Problem[] = [...above(input, 'max_labels', 0)];
    if (problems.length === 0 && labels <= forced) {
      problems.push({
        code: 'fork/field-bound',
        span: placeOf(param, 'max_labels'),
        args: { name: 'max_labels', relation: '>', bound: forced, found: labels },
      });
    }
    problems.push(...inOrder(input, [() => needsSize(input, 0, 'channels', 1)]));
    return made(input, [[legacyDim(data, 'num'), labels, 1, 1]], problems);
  },
};

/** The first condition that fails, after the number of axes. */
function inOrder(input: SetUpInput, conditions: readonly (() => readonly Problem[])[]): readonly Problem[] {
  const axes = legacyProblems(
    input,
    input.bottoms.map((_, i) => i),
  );
  if (axes.length > 0) return axes;
  for (const condition of conditions) {
    const problems = condition();
    if (problems.length > 0) return problems;
  }
  return [];
}

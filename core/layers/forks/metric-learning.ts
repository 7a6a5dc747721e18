/** Losses and margins of face recognition (happynear/caffe-windows, wy1iu/sphereface, huangyangyu/SeqFace). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { has, num } from '../../schema/message';
import { filledBlob } from '../shared/filled-blob';
import { axisOf, countOf } from '../shared/geometry';
import { refuseInPlace } from '../shared/in-place';
import { rowForEach } from '../shared/macs';
import { fromAxis, samePlace } from '../shared/windows';
import { needsSame, needsSize } from './needs';
import { lossWeights, made } from './results';
import { arityOf, scalarLoss, shaped } from './shaped';

/** margin_inner_product_layer.cpp: weights (num_output, K); a second top has lambda. */
export const marginInnerProduct: LayerRule = {
  type: 'MarginInnerProduct',
  summary:
    'InnerProduct on normalized weights, with an angular margin for the true class. Bottoms: features, labels. Tops: (N, num_output), and lambda.',
  param: 'margin_inner_product_param',
  arity: arityOf([2, 2], [1, 2]),
  macs: rowForEach,
  window: (input) => (input.tops.length > 1 ? null : fromAxis(input, Infinity, 'folded')),
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data = null],
    } = input;
    const { axis, problems } = axisOf(layer, param, 'axis', 0, data);
    const outputs = num(param, 'num_output');
    const known = data !== null && axis !== null;
    return made(
      input,
      [known ? [...data.slice(0, axis), outputs] : null, [1]],
      [...problems, ...needsSame(input, 1, 0, ['num'])],
      [filledBlob(param, 'weight', 'weight_filler', [outputs, known ? countOf(data, axis) : null])],
    );
  },
};

/** triplet_loss_layer.cpp of happynear: anchors, positives and negatives, each (N, C). */
export const tripletLoss = scalarLoss({
  type: 'TripletLoss',
  summary: 'The loss of triplets. Bottoms: anchors, positives, negatives, each (N, C).',
  param: 'triplet_loss_param',
  bottoms: { min: 3, max: 3 },
  check: (input) => [
    ...needsSame(input, 1, 0, ['num', 'channels']),
    ...needsSame(input, 2, 1, ['num', 'channels']),
    ...onePosition(input, [0, 1, 2]),
  ],
});

/** That of SeqFace: a fourth bottom has a weight per triplet. */
export const tripletLossWeighted = scalarLoss({
  type: 'TripletLoss',
  summary: 'The loss of triplets. Bottoms: anchors, positives, negatives, each (N, C), and a weight per triplet.',
  param: 'triplet_loss_param',
  bottoms: { min: 4, max: 4 },
  check: (input) => [
    ...needsSame(input, 1, 0, ['num', 'channels']),
    ...needsSame(input, 2, 1, ['num', 'channels']),
    ...onePosition(input, [0, 1, 2, 3]),
  ],
});

function onePosition(input: SetUpInput, bottoms: readonly number[]): readonly Problem[] {
  return bottoms.flatMap((index) => [...needsSize(input, index, 'height', 1), ...needsSize(input, index, 'width', 1)]);
}

/** focal_loss_layer.cpp of happynear: over a softmax; a second top has the probabilities. */
export const focalLoss = shaped({
  type: 'FocalLoss',
  summary: 'Cross entropy that focuses on hard examples. Tops: a single value, and the probabilities.',
  param: 'focal_loss_param',
  alsoReads: ['loss_param', 'softmax_param'],
  arity: { ...arityOf([2, 2], [1, 2]), automaticTops: 1 },
  tops: ({ bottoms: [data = null] }) => [[], data],
  check: lossWeights,
});

/** That of SeqFace: over a sigmoid, with a label per value. */
export const focalLossOfSigmoid = scalarLoss({
  type: 'FocalLoss',
  summary: 'Cross entropy of a sigmoid that focuses on hard examples.',
  param: 'focal_loss_param',
  bottoms: { min: 2, max: 2 },
});

/** label_specific_add.cpp: its limits on bottoms are never checked, because of a misspelt override. */
export const labelSpecificAdd: LayerRule = {
  ...shaped({
    type: 'LabelSpecificAdd',
    summary: 'Adds to the score of the true class. Bottoms: scores, labels. Tops: the scores, and the bias.',
    param: 'label_specific_add_param',
    arity: arityOf([2], [1]),
    tops: ({ layer, bottoms: [data = null] }) => (layer.tops.length === 2 ? [data, [1]] : [data]),
  }),
  window: samePlace,
};

/** global_lse_margin_layer.cpp: a scale and a margin are blobs; a second top has five statistics. */
export const globalLseMargin: LayerRule = {
  ...shaped({
    type: 'GlobalLSEMargin',
    summary: 'A margin for the true class by the log-sum-exp of the others. Tops: the scores, and five statistics.',
    param: 'scale_param',
    arity: arityOf([2], [1]),
    tops: ({ bottoms: [data = null] }) => [data, [5]],
  }),
  setUp(input) {
    const {
      param,
      bottoms: [data = null],
    } = input;
    const scale = has(param, 'filler')
      ? filledBlob(param, 'scale', 'filler', [1])
      : ({ role: 'scale', fillerField: 'filler', shape: [1], start: { kind: 'value', value: 30 } } as const);
    const margin = { role: 'margin', shape: [1], start: { kind: 'value', value: 0 } } as const;
    return made(input, [data, [5]], [], [scale, margin]);
  },
};

/** l2_normalize_layer.cpp of C3D and of others: each item to length 1. */
export const l2Normalize = shaped({
  type: 'L2Normalize',
  summary: 'Normalizes each item to length 1. Top: the shape of the bottom.',
  arity: arityOf([1, 1], [1, 1]),
  tops: ({ bottoms: [data = null] }) => [data],
  check: ({ layer }) => refuseInPlace(layer),
});

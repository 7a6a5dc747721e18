/** Layers of DeepDetect's Caffe (jolibrain/caffe, 23928c0), and those of BVLC and SSD that it has otherwise. */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, has, num, str, subOrEmpty } from '../../schema/message';
import { hdf5Data } from '../hdf5-data';
import { imageData } from '../image-data';
import { innerProduct } from '../inner-product';
import { lstm } from '../lstm';
import { memoryData } from '../memory-data';
import { rnn } from '../rnn';
import { axisOf, countOf } from '../shared/geometry';
import { labelCount } from '../shared/label-count';
import { transformed } from '../shared/transform';
import { everything } from '../shared/windows';
import { continuationIndicatorOfAxis, ctcLoss, labelSequenceAccuracy } from './ctc';
import { denseImageData } from './dense-image-data';
import { detectionEvaluate } from './detection-evaluate';
import { interp } from './interp';
import { numberIn, positive } from './loose';
import { focalLoss } from './metric-learning';
import { multiBoxLoss } from './multi-box-loss';
import { needsSame, needsSize } from './needs';
import { relu6, selu } from './neurons';
import { detectionOutputRefined, multiBoxLossRefined } from './refinedet';
import { reverseAxis } from './reverse';
import { sameShape } from './same-shape';
import { arityOf, scalarLoss, shaped } from './shaped';
import { dataWithReader } from './variants';

/** loss_layer.cpp: that predictions and labels have equal first dimensions is not checked. */
export function withoutFirstDimensions(rule: LayerRule): LayerRule {
  return withoutProblem(rule, 'layer/first-dimensions-differ');
}

function withoutProblem(rule: LayerRule, code: Problem['code']): LayerRule {
  return {
    ...rule,
    setUp(input) {
      const result = rule.setUp(input);
      return { ...result, problems: result.problems.filter((problem) => problem.code !== code) };
    },
  };
}

/** With `untransformed_top` there is a third top, of the shape of the first (data_layer.cpp). */
const data: LayerRule = {
  ...dataWithReader,
  arity: { ...dataWithReader.arity, tops: { min: 1, max: 3 } },
  setUp(input) {
    const result = dataWithReader.setUp(input);
    const untransformed = bool(subOrEmpty(input.layer.message, 'transform_param'), 'untransformed_top');
    return {
      ...result,
      tops: result.tops.map((top, i) => (i < 2 ? top : untransformed ? (result.tops[0] ?? null) : null)),
    };
  },
};

/** Several labels per image: (batch_size, label_size, 1, 1). */
const images: LayerRule = {
  ...imageData,
  setUp(input) {
    const result = imageData.setUp(input);
    const [top = null] = result.tops;
    return { ...result, tops: [top, [top?.[0] ?? null, numberIn(input.param, 'label_size'), 1, 1]] };
  },
};

/** With a transformation, the top has the cropped shape (memory_data_layer.cpp). */
const memory: LayerRule = {
  ...memoryData,
  setUp(input) {
    const result = memoryData.setUp(input);
    const [top, labels = null] = result.tops;
    if (!top || !has(input.layer.message, 'transform_param')) return result;
    const [batch = null, channels = null, height = null, width = null] = top;
    return { ...result, tops: [[batch, ...transformed(input, [channels, height, width])], labels] };
  },
};

/** With `one_hot_nclasses` the labels have a channel per class. */
const denseImages: LayerRule = {
  ...denseImageData,
  setUp(input) {
    const result = denseImageData.setUp(input);
    const classes = num(input.param, 'one_hot_nclasses');
    const [image = null, labels = null] = result.tops;
    return classes === 0 || !labels
      ? result
      : { ...result, tops: [image, [labels[0] ?? null, classes, ...labels.slice(2)]] };
  },
};

/** With `output_logits`, each row also has the scores of all classes. */
const evaluation: LayerRule = {
  ...detectionEvaluate,
  setUp(input) {
    const result = detectionEvaluate.setUp(input);
    const values = 5 + (bool(input.param, 'output_logits') ? num(input.param, 'num_classes') : 0);
    return { ...result, tops: result.tops.map((top) => top && [...top.slice(0, 3), values]) };
  },
};

/** With `output_logits` there is a second top, whose shape is known at run time. */
const detections: LayerRule = {
  ...detectionOutputRefined,
  arity: { bottoms: { min: 3, max: 6 }, tops: { min: 1, max: 2 } },
};

const interpolation: LayerRule = {
  ...interp,
  onnx: (input) => (str(input.param, 'mode') === 'NEAREST' ? 'not-modelled' : (interp.onnx?.(input) ?? 'not-modelled')),
};

const seluWithConstants: LayerRule = {
  ...selu,
  param: 'selu_param',
  onnx: (input) =>
    has(input.param, 'lambda') || has(input.param, 'alpha') ? 'not-modelled' : (selu.onnx?.(input) ?? 'not-modelled'),
};

/** broadcast_mul_layer.cpp: the top has the shape of the larger bottom. */
const broadcastMul = shaped({
  type: 'BroadcastMul',
  summary: 'Multiplies two blobs; the smaller one is repeated. Top: the shape of the larger bottom.',
  arity: arityOf([2, 2], [1, 1]),
  tops({ bottoms: [first = null, second = null] }) {
    const [a, b] = [countOf(first), countOf(second)];
    return a === null || b === null ? [null] : [a > b ? first : second];
  },
});

/** dice_coef_loss_layer.cpp: labels (N, 1, …) of the positions of the predictions. */
const diceCoefLoss = scalarLoss({
  type: 'DiceCoefLoss',
  summary: 'The Dice coefficient as a loss. Bottoms: predictions (N, C, H, W), labels (N, 1, H, W).',
  param: 'dice_coef_loss_param',
  bottoms: { min: 2, max: 2 },
  check: (input) => needsSize(input, 1, 'channels', 1),
});

/** focal_loss_layer.cpp: the labels as for SoftmaxWithLoss. */
const focal: LayerRule = {
  ...focalLoss,
  setUp(input) {
    const { axis } = axisOf(input.layer, input.param, 'axis', 0, input.bottoms[0] ?? null);
    const result = focalLoss.setUp(input);
    return axis === null ? result : { ...result, problems: [...result.problems, ...labelCount(input, axis)] };
  },
};

/** cross_entropy_loss.cpp: one value per value of the predictions. */
const crossEntropyLoss = shaped({
  type: 'CrossEntropyLoss',
  summary: 'The cross entropy of each item. Top: the shape of the predictions.',
  alsoReads: ['loss_param'],
  arity: { ...arityOf([2, 2], [1, 1]), automaticTops: 1 },
  tops: ({ bottoms: [scores = null] }) => [scores],
});

const sameItems = (input: SetUpInput, which: Parameters<typeof needsSame>[3]): readonly Problem[] =>
  needsSame(input, 1, 0, which);

/** multilabel_sigmoid_layer.cpp. */
const multiLabelAccuracy: LayerRule = {
  ...shaped({
    type: 'MultiLabelAccuracy',
    summary: 'Five measures of several labels per item. Top: (1, 5, 1, 1).',
    arity: arityOf([2, 2], [1, 1]),
    tops: () => [[1, 5, 1, 1]],
    check: (input) => sameItems(input, ['num', 'channels', 'height', 'width']),
  }),
  window: everything,
  noGradient: 'any',
};

/** multilabel_sigmoid_loss_layer.cpp: a loss, but of the shape (1, 1, 1, 1). */
const multiLabelSigmoidLoss = shaped({
  type: 'MultiLabelSigmoidLoss',
  summary: 'Cross entropy of several labels per item. Tops: (1, 1, 1, 1), and the probabilities.',
  alsoReads: ['loss_param'],
  arity: { ...arityOf([2, 2], [1, 2]), automaticTops: 1 },
  tops: ({ bottoms: [scores = null] }): readonly Shape[] => [[1, 1, 1, 1], scores],
  check: (input) => sameItems(input, ['channels', 'height', 'width']),
});

/** softmax_infogain_loss_layer.cpp: the matrix is a file or the third bottom. */
const softmaxWithInfogainLoss = shaped({
  type: 'SoftmaxWithInfogainLoss',
  summary: 'A loss with a weight for each confusion of classes. Tops: a single value, and the probabilities.',
  param: 'infogain_loss_param',
  alsoReads: ['loss_param', 'softmax_param'],
  arity: { ...arityOf([2, 3], [1, 2]), automaticTops: 1 },
  tops: ({ bottoms: [scores = null] }): readonly Shape[] => [[], scores],
});

/** memory_sparse_data_layer.cpp. */
const memorySparseData: LayerRule = {
  ...shaped({
    type: 'MemorySparseData',
    summary: 'Sparse data in memory. Tops: (batch_size, channels, height, width), and the labels (batch_size).',
    param: 'memory_data_param',
    arity: arityOf([0, 0], [2, 2]),
    tops({ param }) {
      const [batch, ...rest] = ['batch_size', 'channels', 'height', 'width'].map((name) => numberIn(param, name));
      return [[batch ?? null, ...rest], [batch ?? null]];
    },
    check: (input) => positive(input, 'batch_size', 'channels', 'height', 'width'),
  }),
  source: true,
};

const sparseInnerProduct: LayerRule = {
  ...innerProduct,
  type: 'SparseInnerProduct',
  summary: 'A fully connected layer of sparse data. Weights: (num_output, K). Top: (N, num_output).',
};

/** recurrent_layer.cpp: that no gradient reaches the markers is not checked, so they may come from a layer with a bottom. */
const recurrent = [lstm, rnn].map((rule): LayerRule => ({ ...rule, noGradient: [] }));

export const deepDetect: readonly LayerRule[] = [
  ...recurrent,
  data,
  images,
  memory,
  withoutProblem(hdf5Data, 'data/no-transform'),
  denseImages,
  memorySparseData,
  evaluation,
  detections,
  multiBoxLossRefined,
  { ...multiBoxLoss, type: 'MultiBoxFocalLoss', alsoReads: [...(multiBoxLoss.alsoReads ?? []), 'focal_loss_param'] },
  interpolation,
  seluWithConstants,
  sameShape('SeLuDropout', 'Dropout that keeps the mean and variance of SeLu.', 'selu_dropout_param'),
  relu6,
  reverseAxis('Reverse', 'reverse_param'),
  broadcastMul,
  continuationIndicatorOfAxis,
  ctcLoss,
  labelSequenceAccuracy,
  diceCoefLoss,
  focal,
  crossEntropyLoss,
  multiLabelAccuracy,
  multiLabelSigmoidLoss,
  softmaxWithInfogainLoss,
  sparseInnerProduct,
];

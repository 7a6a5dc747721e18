/**
 * loss = −Σ log softmax(x)[label], divided according to `loss_param`: softmax_loss_layer.cpp.
 *
 * A quirk: the layer declares a second top for the probabilities, but sets up an internal softmax of one top with a
 * copy of its own parameters. Two tops need two `loss_weight`s, which the internal softmax rejects.
 */
import { labelCount } from './shared/label-count';
import { emptyInner, loss, lossWeightOf } from './shared/loss';
import { softmaxAxis } from './shared/softmax-axis';
import { softmaxLoss } from '../moments/softmax';
import { axisOf } from './shared/geometry';
import { gatherElements, mul, reshape, scatterElements, shifted, softmax } from '../graph/operators';
import { aroundAxis, axisFrom } from './shared/lowered';
import type { LoweringInput, Value } from '../net/graph';
import {
  type Counted,
  type Labels,
  ignoredLabel,
  labelled,
  labelsOf,
  negativeLogLikelihood,
  normalised,
  normalizationOf,
} from './shared/loss-nodes';

export const softmaxWithLoss = loss({
  type: 'SoftmaxWithLoss',
  param: 'softmax_param',
  alsoReads: ['loss_param'],
  skeleton: { name: 'loss', bottoms: ['label'] },
  summary:
    'Softmax and the negative log-likelihood of the labels, with one label for each position outside the class axis.',
  second: 'refused',
  noGradient: [1],
  inPlace: 'refused',
  check: (input) => {
    const { axis, problems } = softmaxAxis(input, input.param);
    return axis === null
      ? problems
      : [...labelCount(input, axis), ...emptyInner(input, lossWeightOf(input.layer) ?? 1)];
  },
  expects: labelled,
  classes: ({ layer, param, bottoms: [scores = null, , ...more] }) => {
    const { axis } = axisOf(layer, param, 'axis', 0, scores);
    // The others divide by something else than the number of labels.
    const isMean = ['VALID', 'FULL'].includes(normalizationOf(layer, undefined)) && more.length === 0;
    return isMean && axis !== null ? (scores?.[axis] ?? null) : null;
  },
  onnx: (input) => {
    const parts = partsOf(input);
    if (!parts) return 'unknown';
    const { probabilities, labels, counted } = parts;
    return [normalised(negativeLogLikelihood(probabilities, labels, smallestFloat), counted)];
  },
  // p − 1 for the label's class, p for the others, even where the loss is limited.
  backward: (input) => {
    const parts = partsOf(input);
    const [[x], [gradient]] = [input.bottoms, input.gradients];
    if (!parts || !x || !gradient) return [];
    const { probabilities, labels, counted } = parts;
    const right = gatherElements(probabilities, labels.labels, 1);
    const each = scatterElements(probabilities, labels.labels, shifted(right, -1), 1);
    const own = labels.counts ? mul(each, labels.counts) : each;
    return [reshape(mul(own, normalised(gradient, counted)), x.shape)];
  },
  keepsCopies: true,
  value: ({ layer, param, bottoms: [scores = null], bottomShapes: [shape = null] }) => {
    const { axis } = axisOf(layer, param, 'axis', 0, shape);
    const classes = axis === null ? null : (shape?.[axis] ?? null);
    return scores && classes !== null && classes > 0 ? softmaxLoss(scores, classes) : null;
  },
});

interface Parts {
  /** (outer, classes, inner) */
  readonly probabilities: Value;
  readonly labels: Labels;
  readonly counted: Counted;
}

function partsOf({ layer, param, bottoms: [x, label] }: LoweringInput): Parts | undefined {
  if (!x || !label) return undefined;
  const [outer, classes, inner] = aroundAxis(x, axisFrom(param, 'axis', x));
  const labels = labelsOf(label, outer, inner, ignoredLabel(layer));
  const probabilities = softmax(reshape(x, [outer, classes, inner]), 1);
  const counted = { normalization: normalizationOf(layer, undefined), outer, inner, valid: labels.valid };
  return { probabilities, labels, counted };
}

/** FLT_MIN, Caffe's lower bound for probabilities. */
const smallestFloat = 2 ** -126;

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
import { reshape, softmax } from '../graph/operators';
import { aroundAxis, axisFrom } from './shared/lowered';
import {
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
  onnx: ({ layer, param, bottoms: [x, label] }) => {
    if (!x || !label) return 'unknown';
    const [outer, classes, inner] = aroundAxis(x, axisFrom(param, 'axis', x));
    const labels = labelsOf(label, outer, inner, ignoredLabel(layer));
    const probabilities = softmax(reshape(x, [outer, classes, inner]), 1);
    const loss = negativeLogLikelihood(probabilities, labels, smallestFloat);
    return [normalised(loss, { normalization: normalizationOf(layer, undefined), outer, inner, valid: labels.valid })];
  },
  value: ({ layer, param, bottoms: [scores = null], bottomShapes: [shape = null] }) => {
    const { axis } = axisOf(layer, param, 'axis', 0, shape);
    const classes = axis === null ? null : (shape?.[axis] ?? null);
    return scores && classes !== null && classes > 0 ? softmaxLoss(scores, classes) : null;
  },
});

/** FLT_MIN, Caffe's lower bound for probabilities. */
const smallestFloat = 2 ** -126;

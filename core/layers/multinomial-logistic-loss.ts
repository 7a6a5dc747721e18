/**
 * loss = −1/N · Σ log p[label]; one label per item, in a blob of at most 4 axes: multinomial_logistic_loss_layer.cpp.
 */
import { legacyOnes } from './shared/legacy';
import { loss } from './shared/loss';
import {
  binary,
  countOf,
  div,
  expand,
  gatherElements,
  reshape,
  scalar,
  scaled,
  scatterElements,
} from '../graph/operators';
import { countOf as blobCount } from './shared/geometry';
import { labelled, labelsOf, negativeLogLikelihood } from './shared/loss-nodes';

export const multinomialLogisticLoss = loss({
  type: 'MultinomialLogisticLoss',
  skeleton: { name: 'loss', bottoms: ['label'] },
  summary: 'The negative log-likelihood of class labels, from the probabilities of a softmax: `−Σ log p[label] / N`.',
  noGradient: [1],
  inPlace: 'accepted',
  fourAxesInForward: true,
  expects: labelled,
  classes: ({ bottoms: [scores = null] }) => blobCount(scores, 1),
  onnx: ({ bottoms: [x, label] }) => {
    if (!x || !label) return 'unknown';
    const [items, classes] = [x.shape[0] ?? 1, countOf(x.shape.slice(1))];
    const labels = labelsOf(label, items, 1, undefined);
    const loss = negativeLogLikelihood(reshape(x, [items, classes, 1]), labels, smallest);
    return [scaled(loss, 1 / items)];
  },
  // −1 / p for the label's class, limited but not 0 where the loss is.
  backward: ({ bottoms: [x, label], gradients: [gradient] }) => {
    if (!x || !label || !gradient) return [];
    const [items, classes] = [x.shape[0] ?? 1, countOf(x.shape.slice(1))];
    const { labels } = labelsOf(label, items, 1, undefined);
    const rows = reshape(x, [items, classes, 1]);
    const limited = binary('Max', gatherElements(rows, labels, 1), scalar(smallest));
    const slopes = div(scaled(gradient, -1 / items), limited);
    return [reshape(scatterElements(expand(scalar(0), rows.shape), labels, slopes, 1), x.shape)];
  },
  check: (input) => legacyOnes(input, 1, ['channels', 'height', 'width']),
});

/** Caffe's lower bound for probabilities (kLOG_THRESHOLD). */
const smallest = 1e-20;

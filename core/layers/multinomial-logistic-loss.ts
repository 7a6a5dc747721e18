/**
 * loss = −1/N · Σ log p[label]; one label per item, in a blob of at most 4 axes: multinomial_logistic_loss_layer.cpp.
 */
import { legacyOnes } from './shared/legacy';
import { loss } from './shared/loss';
import { countOf, reshape, scaled } from '../graph/operators';
import { labelled, labelsOf, negativeLogLikelihood } from './shared/loss-nodes';

export const multinomialLogisticLoss = loss({
  type: 'MultinomialLogisticLoss',
  skeleton: { name: 'loss', bottoms: ['label'] },
  summary: 'The negative log-likelihood of class labels, from the probabilities of a softmax: `−Σ log p[label] / N`.',
  noGradient: [1],
  inPlace: 'accepted',
  fourAxesInForward: true,
  expects: labelled,
  onnx: ({ bottoms: [x, label] }) => {
    if (!x || !label) return 'unknown';
    const [items, classes] = [x.shape[0] ?? 1, countOf(x.shape.slice(1))];
    const labels = labelsOf(label, items, 1, undefined);
    const loss = negativeLogLikelihood(reshape(x, [items, classes, 1]), labels, 1e-20);
    return [scaled(loss, 1 / items)];
  },
  check: (input) => legacyOnes(input, 1, ['channels', 'height', 'width']),
});

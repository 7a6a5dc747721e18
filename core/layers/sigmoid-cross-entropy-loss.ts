/**
 * loss = −Σ (t · log p + (1 − t) · log(1 − p)) with p = sigmoid(x), divided as `loss_param` says. The bottoms may differ
 * in shape, but not in N or in their count: sigmoid_cross_entropy_loss_layer.cpp.
 */
import { countOf } from './geometry';
import { emptyInner, loss, lossWeightOf, mismatch } from './loss';
import { crossEntropy } from '../moments/softmax';

export const sigmoidCrossEntropyLoss = loss({
  type: 'SigmoidCrossEntropyLoss',
  alsoReads: ['loss_param', 'sigmoid_param'],
  skeleton: { name: 'loss', bottoms: ['label'] },
  summary: 'Sigmoid and cross-entropy in one: each value is a prediction of its own, with a target from 0 to 1.',
  noGradient: [1],
  inPlace: 'refused',
  check: (input) => {
    const [data = null, targets = null] = input.bottoms;
    return [
      ...mismatch(input, 'layer/counts-differ', countOf(data), countOf(targets)),
      ...emptyInner(input, lossWeightOf(input.layer) ?? 0),
    ];
  },
  value: ({ bottoms: [scores = null, targets = null], bottomShapes: [shape = null] }) => {
    const values = countOf(shape, 1);
    return scores && targets && values !== null ? values * crossEntropy(scores, targets) : null;
  },
});

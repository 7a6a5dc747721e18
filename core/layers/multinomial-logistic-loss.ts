/** loss = −1/N · Σ log p[label]; one label an item, in a blob of at most 4 axes: multinomial_logistic_loss_layer.cpp. */
import { legacyOnes } from './legacy';
import { loss } from './loss';

export const multinomialLogisticLoss = loss({
  type: 'MultinomialLogisticLoss',
  skeleton: { name: 'loss', bottoms: ['label'] },
  summary:
    'The negative log-likelihood of class labels, from probabilities that a softmax has made: `−Σ log p[label] / N`.',
  noGradient: [1],
  inPlace: 'accepted',
  fourAxesInForward: true,
  check: (input) => legacyOnes(input, 1, ['channels', 'height', 'width']),
});

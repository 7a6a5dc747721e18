/**
 * loss = 1/N · Σ max(0, 1 ± x) (norm L1) or its squares (L2), with + for the label's class. Only the first dimensions are
 * compared at set-up: hinge_loss_layer.cpp.
 */
import { loss } from './loss';

export const hingeLoss = loss({
  type: 'HingeLoss',
  param: 'hinge_loss_param',
  skeleton: { name: 'loss', bottoms: ['label'] },
  summary: 'The one-against-all hinge loss of scores and class labels: `max(0, 1 ± x)`, or its square with `norm: L2`.',
  noGradient: [1],
  inPlace: 'accepted',
  fourAxesInForward: true,
});

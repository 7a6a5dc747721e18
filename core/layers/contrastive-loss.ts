/**
 * loss = Σ (y · d² + (1 − y) · max(margin − d, 0)²) / 2N, with d = |a − b| and y = 1 for similar pairs. Features are
 * N×C×1×1 and the third bottom N×1×1×1 in Caffe's old way of four axes; its own N is not compared:
 * contrastive_loss_layer.cpp.
 */
import { legacyDim, legacyOnes } from './legacy';
import { loss, mismatch } from './loss';

export const contrastiveLoss = loss({
  type: 'ContrastiveLoss',
  param: 'contrastive_loss_param',
  skeleton: { name: 'loss', bottoms: ['data2', 'sim'] },
  summary:
    'Pulls pairs of feature vectors together if they are similar (third bottom 1), else at least `margin` apart.',
  bottoms: { min: 3, max: 3 },
  inPlace: 'accepted',
  check: (input) => {
    const [a = null, b = null] = input.bottoms;
    const problems = [
      ...legacyOnes(input, 0, ['height', 'width']),
      ...legacyOnes(input, 1, ['height', 'width']),
      ...legacyOnes(input, 2, ['channels', 'height', 'width']),
    ];
    return problems.length > 0
      ? problems
      : mismatch(input, 'layer/channels-differ', legacyDim(a, 'channels'), legacyDim(b, 'channels'));
  },
});

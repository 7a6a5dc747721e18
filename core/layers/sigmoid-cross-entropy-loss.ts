/**
 * loss = −Σ (t · log p + (1 − t) · log(1 − p)) with p = sigmoid(x), divided according to `loss_param`. The bottoms may
 * differ in shape, but not in N or in their count: sigmoid_cross_entropy_loss_layer.cpp.
 */
import { countOf } from './shared/geometry';
import { emptyInner, loss, lossWeightOf, mismatch } from './shared/loss';
import { crossEntropy } from '../moments/softmax';
import {
  cast,
  compare,
  countOf as values,
  floats,
  ints,
  mul,
  reshape,
  sub,
  total,
  unary,
  where,
} from '../graph/operators';
import { binaryLabels, ignoredLabel, normalised, normalizationOf } from './shared/loss-nodes';

export const sigmoidCrossEntropyLoss = loss({
  type: 'SigmoidCrossEntropyLoss',
  alsoReads: ['loss_param', 'sigmoid_param'],
  skeleton: { name: 'loss', bottoms: ['label'] },
  summary: 'Sigmoid and cross-entropy: each value is a separate prediction, with a target from 0 to 1.',
  noGradient: [1],
  inPlace: 'refused',
  check: (input) => {
    const [data = null, targets = null] = input.bottoms;
    return [
      ...mismatch(input, 'layer/counts-differ', countOf(data), countOf(targets)),
      ...emptyInner(input, lossWeightOf(input.layer) ?? 0),
    ];
  },
  expects: binaryLabels,
  keepsCopies: true,
  onnx: ({ layer, bottoms: [x, target] }) => {
    if (!x || !target) return 'unknown';
    const [outer, all] = [x.shape[0] ?? 1, values(x.shape)];
    const ignored = ignoredLabel(layer);
    const t = reshape(target, x.shape);
    const each = sub(unary('Softplus', x), mul(x, t));
    const counts =
      ignored === undefined
        ? undefined
        : where(compare('Equal', cast(t, 'int64'), ints([ignored])), floats([0]), floats([1]));
    const loss = total(counts ? mul(each, counts) : each);
    const normalization = normalizationOf(layer, 'BATCH_SIZE');
    return [normalised(loss, { normalization, outer, inner: all / outer, valid: counts && total(counts) })];
  },
  value: ({ bottoms: [scores = null, targets = null], bottomShapes: [shape = null] }) => {
    const values = countOf(shape, 1);
    return scores && targets && values !== null ? values * crossEntropy(scores, targets) : null;
  },
});

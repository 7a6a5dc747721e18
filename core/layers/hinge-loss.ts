/**
 * loss = 1/N · Σ max(0, 1 ± x) (norm L1) or its squares (L2), with − for the label's class and + for the others. Only
 * the first dimensions are compared at set-up: hinge_loss_layer.cpp.
 *
 * Between Forward and Backward Caffe keeps the margins in the gradient of the first bottom: if that is cleared in
 * between, which training does not do, the gradient is 0.
 */
import { loss } from './shared/loss';
import { countOf, reshape, scaled, shifted, slice, square, total, unary, where } from '../graph/operators';
import { str } from '../schema/message';
import { integers } from './shared/lowered';
import { isClass, labelled } from './shared/loss-nodes';

export const hingeLoss = loss({
  type: 'HingeLoss',
  param: 'hinge_loss_param',
  skeleton: { name: 'loss', bottoms: ['label'] },
  summary: 'The one-against-all hinge loss of scores and class labels: `max(0, 1 ± x)`, or its square with `norm: L2`.',
  noGradient: [1],
  inPlace: 'accepted',
  fourAxesInForward: true,
  expects: labelled,
  onnx: ({ param, bottoms: [x, label] }) => {
    if (!x || !label) return 'unknown';
    const [items, classes] = [x.shape[0] ?? 1, countOf(x.shape.slice(1))];
    const scores = reshape(x, [items, classes]);
    // One label per item, even if the blob holds more.
    const first = slice(reshape(label, [countOf(label.shape)]), [0], [0], [items]);
    const isRight = isClass(integers(first, [items, 1]), classes, [1, classes]);
    const margins = unary('Relu', shifted(where(isRight, unary('Neg', scores), scores), 1));
    const sum = total(str(param, 'norm') === 'L2' ? square(margins) : margins);
    return [scaled(sum, 1 / items)];
  },
});

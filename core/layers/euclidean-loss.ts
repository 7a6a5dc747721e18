/**
 * loss = Σ (a − b)² / 2N. The bottoms may differ in shape, but not in N or in the number of values per item:
 * euclidean_loss_layer.cpp.
 */
import { countOf } from './shared/geometry';
import { loss, mismatch } from './shared/loss';
import { halfSquare } from '../moments/softmax';
import { reshape, scaled, square, sub, total } from '../graph/operators';

export const euclideanLoss = loss({
  type: 'EuclideanLoss',
  skeleton: { name: 'loss', bottoms: ['label'] },
  summary: 'Half the mean squared distance of its bottoms: `Σ (a − b)² / 2N`.',
  inPlace: 'refused',
  fourAxesInForward: true,
  check: (input) => {
    const [a = null, b = null] = input.bottoms;
    return mismatch(input, 'layer/item-counts-differ', countOf(a, 1), countOf(b, 1));
  },
  keepsCopies: true,
  onnx: ({ bottoms: [a, b] }) =>
    a && b ? [scaled(total(square(sub(reshape(a, b.shape), b))), 1 / (2 * (a.shape[0] ?? 1)))] : 'unknown',
  value: ({ bottoms: [a = null, b = null], bottomShapes: [shape = null] }) => {
    const values = countOf(shape, 1);
    return a && b && values !== null ? values * halfSquare(a, b) : null;
  },
});

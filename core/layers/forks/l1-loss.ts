/**
 * loss = Σ |a − b| / N. The bottoms may differ in shape, but not in N or in the number of values per item
 * (l1_loss_layer.cpp of NVIDIA's Caffe).
 */
import { reshape, scaled, sub, total, unary } from '../../graph/operators';
import { countOf } from '../shared/geometry';
import { loss, mismatch } from '../shared/loss';
import { byNum } from './by-num';

export const l1Loss = byNum(
  loss({
    type: 'L1Loss',
    summary: 'The mean absolute distance of its bottoms: `Σ |a − b| / N`.',
    inPlace: 'refused',
    check: (input) => {
      const [a = null, b = null] = input.bottoms;
      return mismatch(input, 'layer/item-counts-differ', countOf(a, 1), countOf(b, 1));
    },
    onnx: ({ bottoms: [a, b] }) =>
      a && b ? [scaled(total(unary('Abs', sub(reshape(a, b.shape), b))), 1 / (a.shape[0] ?? 1))] : 'unknown',
  }),
);

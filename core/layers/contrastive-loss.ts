/**
 * loss = Σ (y · d² + (1 − y) · max(margin − d, 0)²) / 2N, with d = |a − b| and y = 1 for similar pairs. Features are
 * N×C×1×1 and the third bottom N×1×1×1 in Caffe's legacy shape of four axes; the third bottom's N is not compared:
 * contrastive_loss_layer.cpp.
 */
import { legacyDim, legacyOnes } from './shared/legacy';
import { loss, mismatch } from './shared/loss';
import {
  compare,
  countOf,
  ints,
  reduce,
  reshape,
  scalar,
  scaled,
  slice,
  square,
  sub,
  total,
  unary,
  where,
} from '../graph/operators';
import type { Value } from '../net/graph';
import { bool, num } from '../schema/message';
import { integers } from './shared/lowered';

export const contrastiveLoss = loss({
  type: 'ContrastiveLoss',
  param: 'contrastive_loss_param',
  skeleton: { name: 'loss', bottoms: ['data2', 'sim'] },
  summary:
    'Pulls pairs of feature vectors together if they are similar (third bottom 1), else at least `margin` apart.',
  bottoms: { min: 3, max: 3 },
  inPlace: 'accepted',
  expects: () => [undefined, undefined, { kind: 'index', below: 2 }],
  onnx: ({ param, bottoms: [a, b, similar] }) => {
    if (!a || !b || !similar) return 'unknown';
    const items = a.shape[0] ?? 1;
    const rows = (x: Value): Value => reshape(x, [items, countOf(x.shape) / items]);
    const squared = reduce('ReduceSum', square(sub(rows(a), rows(b))), [1]);
    const margin = scalar(num(param, 'margin'));
    const apart = bool(param, 'legacy_version')
      ? unary('Relu', sub(margin, squared))
      : square(unary('Relu', sub(margin, unary('Sqrt', squared))));
    const flags = integers(slice(reshape(similar, [countOf(similar.shape)]), [0], [0], [items]), [items, 1]);
    return [scaled(total(where(compare('Equal', flags, ints([0])), apart, squared)), 1 / (2 * items))];
  },
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

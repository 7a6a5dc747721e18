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
  div,
  ints,
  mul,
  reduce,
  reshape,
  scalar,
  scaled,
  shifted,
  slice,
  square,
  sub,
  total,
  unary,
  where,
} from '../graph/operators';
import type { BackwardInput, Value } from '../net/graph';
import { bool, num } from '../schema/message';
import { integers } from './shared/lowered';

export const contrastiveLoss = loss({
  type: 'ContrastiveLoss',
  param: 'contrastive_loss_param',
  skeleton: { name: 'loss', bottoms: ['data2', 'sim'] },
  summary:
    'Pulls similar pairs of feature vectors (third bottom 1) together, and pushes others at least `margin` apart.',
  bottoms: { min: 3, max: 3 },
  inPlace: 'accepted',
  expects: () => [undefined, undefined, { kind: 'index', below: 2 }],
  onnx: ({ param, bottoms: [a, b, similar] }) => {
    if (!a || !b || !similar) return 'unknown';
    const items = a.shape[0] ?? 1;
    const squared = reduce('ReduceSum', square(differences(a, b)), [1]);
    const margin = scalar(num(param, 'margin'));
    const apart = bool(param, 'legacy_version')
      ? unary('Relu', sub(margin, squared))
      : square(unary('Relu', sub(margin, unary('Sqrt', squared))));
    return [scaled(total(where(isDissimilar(similar, items), apart, squared)), 1 / (2 * items))];
  },
  backward,
  keepsCopies: true,
  passesNone: [2],
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

/** a − b, (N, C). */
function differences(a: Value, b: Value): Value {
  const items = a.shape[0] ?? 1;
  const rows = (x: Value): Value => reshape(x, [items, countOf(x.shape) / items]);
  return sub(rows(a), rows(b));
}

/** (N, 1); one flag per item, even if the blob holds more. */
function isDissimilar(similar: Value, items: number): Value {
  const first = slice(reshape(similar, [countOf(similar.shape)]), [0], [0], [items]);
  return compare('Equal', integers(first, [items, 1]), ints([0]));
}

/** Divides by d + 1e-4 rather than d. */
function backward({
  param,
  bottoms: [a, b, similar],
  gradients: [gradient],
}: BackwardInput): readonly (Value | undefined)[] {
  if (!a || !b || !similar || !gradient) return [];
  const items = a.shape[0] ?? 1;
  const apart = differences(a, b);
  const squared = reduce('ReduceSum', square(apart), [1]);
  const distance = bool(param, 'legacy_version') ? squared : unary('Sqrt', squared);
  const missing = unary('Relu', sub(scalar(num(param, 'margin')), distance));
  const rate = bool(param, 'legacy_version') ? unary('Sign', missing) : div(missing, shifted(distance, 1e-4));
  const factor = where(isDissimilar(similar, items), unary('Neg', rate), scalar(1));
  const back = mul(mul(apart, factor), scaled(gradient, 1 / items));
  return [reshape(back, a.shape), reshape(unary('Neg', back), b.shape)];
}

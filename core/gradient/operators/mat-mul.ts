/** g · bᵀ and aᵀ · g, of the last two axes. */
import { matMul as product, transpose } from '../../graph/operators';
import type { Value } from '../../net/graph';
import type { GradientRule } from '../rule';
import { summedTo } from '../shapes';

export const matMul: GradientRule = ({ inputs: [a, b], gradient, wants }) => {
  if (!a || !b) return [];
  return [
    wants(0) ? summedTo(product(gradient, flipped(b)), a.shape) : undefined,
    wants(1) ? summedTo(product(flipped(a), gradient), b.shape) : undefined,
  ];
};

function flipped(x: Value): Value {
  const last = x.shape.length - 1;
  return transpose(
    x,
    x.shape.map((_, axis) => (axis === last ? last - 1 : axis === last - 1 ? last : axis)),
  );
}

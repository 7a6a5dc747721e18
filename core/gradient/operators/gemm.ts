/** Of a · b + c, or a · bᵀ + c. */
import { gemm as product } from '../../graph/operators';
import { intOf, type GradientRule } from '../rule';
import { summedTo } from '../shapes';

export const gemm: GradientRule = ({ node: { attributes }, inputs: [a, b, c], gradient, wants }) => {
  if (!a || !b) return [];
  const transposed = intOf(attributes['transB']) === 1;
  return [
    wants(0) ? product(gradient, b, undefined, !transposed) : undefined,
    wants(1)
      ? transposed
        ? product(gradient, a, undefined, false, true)
        : product(a, gradient, undefined, false, true)
      : undefined,
    c && wants(2) ? summedTo(gradient, c.shape) : undefined,
  ];
};

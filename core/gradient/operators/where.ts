import { cast, mul, not } from '../../graph/operators';
import type { GradientRule } from '../rule';
import { summedTo } from '../shapes';

export const where: GradientRule = ({ inputs: [condition, a, b], gradient, wants }) => {
  if (!condition || !a || !b) return [];
  return [
    undefined,
    wants(1) ? summedTo(mul(gradient, cast(condition, 'float')), a.shape) : undefined,
    wants(2) ? summedTo(mul(gradient, cast(not(condition), 'float')), b.shape) : undefined,
  ];
};

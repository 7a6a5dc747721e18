/** 0 outside of what was cut out. */
import { pad } from '../../graph/operators';
import { constantOf, type GradientRule } from '../rule';

export const slice: GradientRule = ({ inputs: [x, starts, ends, axes], gradient }) => {
  if (!x) return [];
  const [from, to, along] = [starts, ends, axes].map(constantOf) as [
    readonly number[],
    readonly number[],
    readonly number[],
  ];
  const at = (axis: number): number => along.indexOf(axis);
  const before = x.shape.map((_, axis) => from[at(axis)] ?? 0);
  const after = x.shape.map((dim, axis) => dim - (to[at(axis)] ?? dim));
  return [pad(gradient, before, after, 0)];
};

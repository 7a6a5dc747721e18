import { slice } from '../../graph/operators';
import { constantOf, type GradientRule } from '../rule';

export const pad: GradientRule = ({ inputs: [x, pads], gradient }) => {
  if (!x) return [];
  const starts = constantOf(pads).slice(0, x.shape.length);
  const ends = x.shape.map((dim, axis) => (starts[axis] ?? 0) + dim);
  return [
    slice(
      gradient,
      x.shape.map((_, axis) => axis),
      starts,
      ends,
    ),
  ];
};

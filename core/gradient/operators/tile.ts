/** The sum over the repetitions. */
import { reduce, reshape } from '../../graph/operators';
import { constantOf, type GradientRule } from '../rule';

export const tile: GradientRule = ({ inputs: [x, repeats], gradient }) => {
  if (!x) return [];
  const times = constantOf(repeats);
  const apart = x.shape.flatMap((dim, axis) => [times[axis] ?? 1, dim]);
  const axes = x.shape.map((_, axis) => 2 * axis);
  return [reshape(reduce('ReduceSum', reshape(gradient, apart), axes), x.shape)];
};

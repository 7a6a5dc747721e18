import { transpose as transposed } from '../../graph/operators';
import { intsOf, type GradientRule } from '../rule';

export const transpose: GradientRule = ({ node: { attributes }, gradient }) => {
  const perm = intsOf(attributes['perm']);
  return [
    transposed(
      gradient,
      perm.map((_, axis) => perm.indexOf(axis)),
    ),
  ];
};

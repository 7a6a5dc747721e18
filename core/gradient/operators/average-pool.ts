/** A transposed convolution of each channel with a kernel of equal weights. */
import { convTranspose, countOf, expand, reshape, scalar } from '../../graph/operators';
import { filterOf, unreached } from '../filters';
import type { GradientRule } from '../rule';

export const averagePool: GradientRule = ({ node, inputs: [x], gradient }) => {
  if (!x) return [];
  const filter = filterOf(node);
  const planes = countOf(x.shape.slice(0, 2));
  const { kernel } = filter;
  const size = countOf(kernel);
  const weight = expand(scalar(1 / size), [1, 1, ...kernel]);
  const rest = unreached(x.shape, gradient.shape, filter);
  const flat = reshape(gradient, [planes, 1, ...gradient.shape.slice(2)]);
  const back = convTranspose(flat, weight, undefined, { ...filter, rest }, [planes, 1, ...x.shape.slice(2)]);
  return [reshape(back, x.shape)];
};

import { convTranspose } from '../../graph/operators';
import { filterGradient, filterOf, perChannel, unreached } from '../filters';
import type { GradientRule } from '../rule';

export const conv: GradientRule = ({ node, inputs: [x, weight, bias], gradient, wants }) => {
  if (!x || !weight) return [];
  const filter = filterOf(node);
  const rest = unreached(x.shape, gradient.shape, filter);
  return [
    wants(0) ? convTranspose(gradient, weight, undefined, { ...filter, rest }, x.shape) : undefined,
    wants(1) ? filterGradient(x, gradient, filter, weight.shape) : undefined,
    bias && wants(2) ? perChannel(gradient, bias.shape) : undefined,
  ];
};

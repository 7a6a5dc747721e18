import { conv } from '../../graph/operators';
import { filterGradient, filterOf, perChannel } from '../filters';
import type { GradientRule } from '../rule';

export const convTranspose: GradientRule = ({ node, inputs: [x, weight, bias], gradient, wants }) => {
  if (!x || !weight) return [];
  const filter = filterOf(node);
  return [
    wants(0) ? conv(gradient, weight, undefined, filter, x.shape) : undefined,
    wants(1) ? filterGradient(gradient, x, filter, weight.shape) : undefined,
    bias && wants(2) ? perChannel(gradient, bias.shape) : undefined,
  ];
};

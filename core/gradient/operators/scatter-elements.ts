/** For the plain form, without a reduction: what is overwritten gets none. */
import { expand, gatherElements, scalar, scatterElements as scattered } from '../../graph/operators';
import { intOf, type GradientRule } from '../rule';

export const scatterElements: GradientRule = ({
  node: { attributes },
  inputs: [, indices, updates],
  gradient,
  wants,
}) => {
  if (!indices || !updates) return [];
  const axis = intOf(attributes['axis']);
  return [
    wants(0) ? scattered(gradient, indices, expand(scalar(0), updates.shape), axis) : undefined,
    undefined,
    wants(2) ? gatherElements(gradient, indices, axis) : undefined,
  ];
};

/** Items that are read several times get the sum. */
import { scatterElements } from '../../graph/operators';
import { intOf, type GradientRule } from '../rule';
import { zeros } from '../shapes';

export const gatherElements: GradientRule = ({ node: { attributes }, inputs: [x, indices], gradient }) =>
  x && indices ? [scatterElements(zeros(x.shape), indices, gradient, intOf(attributes['axis']), 'add')] : [];

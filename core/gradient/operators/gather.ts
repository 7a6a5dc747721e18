/** Items that are read several times get the sum. */
import { countOf, expand, reshape, scatterElements } from '../../graph/operators';
import { intOf, type GradientRule } from '../rule';
import { aroundAxis, zeros } from '../shapes';

export const gather: GradientRule = ({ node: { attributes }, inputs: [x, indices], gradient }) => {
  if (!x || !indices) return [];
  const [outer, dim, inner] = aroundAxis(x.shape, intOf(attributes['axis']));
  const read = countOf(indices.shape);
  const places = expand(reshape(indices, [1, read, 1]), [outer, read, inner]);
  const updates = reshape(gradient, [outer, read, inner]);
  return [reshape(scatterElements(zeros([outer, dim, inner]), places, updates, 1, 'add'), x.shape)];
};

/** Each gradient belongs to the position of its maximum, the first one among equal values. */
import { countOf, reshape, scatterElements } from '../../graph/operators';
import type { Value } from '../../net/graph';
import type { GradientRule } from '../rule';
import { zeros } from '../shapes';

export const maxPool: GradientRule = ({ node, inputs: [x], output: { shape }, gradient }) => {
  if (!x) return [];
  const places: Value = { kind: 'output', type: 'int64', shape, node, index: 1 };
  const [all, windows] = [countOf(x.shape), countOf(shape)];
  const sums = scatterElements(zeros([all]), reshape(places, [windows]), reshape(gradient, [windows]), 0, 'add');
  return [reshape(sums, x.shape)];
};

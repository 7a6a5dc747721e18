import { scatterElements } from '../../graph/operators';
import type { Value } from '../../net/graph';
import { intOf, type GradientRule } from '../rule';
import { zeros } from '../shapes';

export const topK: GradientRule = ({ node, inputs: [x], output: { shape }, gradient }) => {
  if (!x) return [];
  const places: Value = { kind: 'output', type: 'int64', shape, node, index: 1 };
  return [scatterElements(zeros(x.shape), places, gradient, intOf(node.attributes['axis']))];
};

import { mul as product } from '../../graph/operators';
import { binaryRule } from '../element-wise';

export const mul = binaryRule(
  ({ b, gradient }) => product(gradient, b),
  ({ a, gradient }) => product(gradient, a),
);

/** The gradient belongs to the smaller one; the first where they are equal. */
import { cast, compare, mul } from '../../graph/operators';
import { binaryRule } from '../element-wise';

export const min = binaryRule(
  ({ a, b, gradient }) => mul(gradient, cast(compare('LessOrEqual', a, b), 'float')),
  ({ a, b, gradient }) => mul(gradient, cast(compare('Greater', a, b), 'float')),
);

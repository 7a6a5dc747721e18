/** The gradient belongs to the larger one; the first where they are equal. */
import { cast, compare, mul } from '../../graph/operators';
import { binaryRule } from '../element-wise';

export const max = binaryRule(
  ({ a, b, gradient }) => mul(gradient, cast(compare('GreaterOrEqual', a, b), 'float')),
  ({ a, b, gradient }) => mul(gradient, cast(compare('Less', a, b), 'float')),
);

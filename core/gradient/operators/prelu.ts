/** Above 0 the gradient itself; at 0 and below that of slope · x. */
import { cast, compare, mul, scalar, where } from '../../graph/operators';
import { binaryRule } from '../element-wise';

export const prelu = binaryRule(
  ({ a, b, gradient }) => mul(gradient, where(compare('Greater', a, scalar(0)), scalar(1), b)),
  ({ a, gradient }) => mul(mul(gradient, a), cast(compare('LessOrEqual', a, scalar(0)), 'float')),
);

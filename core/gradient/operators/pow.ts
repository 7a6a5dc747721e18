/** b · a^(b − 1), and a^b · log a. */
import { binary, mul, scalar, sub, unary } from '../../graph/operators';
import { binaryRule } from '../element-wise';

export const pow = binaryRule(
  ({ a, b, gradient }) => mul(gradient, mul(b, binary('Pow', a, sub(b, scalar(1))))),
  ({ a, y, gradient }) => mul(gradient, mul(y, unary('Log', a))),
);

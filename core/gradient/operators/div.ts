import { div as quotient, mul, unary } from '../../graph/operators';
import { binaryRule } from '../element-wise';

export const div = binaryRule(
  ({ b, gradient }) => quotient(gradient, b),
  ({ b, y, gradient }) => unary('Neg', mul(gradient, quotient(y, b))),
);

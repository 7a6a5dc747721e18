import { unary } from '../../graph/operators';
import { binaryRule } from '../element-wise';

export const sub = binaryRule(
  ({ gradient }) => gradient,
  ({ gradient }) => unary('Neg', gradient),
);

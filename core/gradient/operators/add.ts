import { binaryRule } from '../element-wise';

export const add = binaryRule(
  ({ gradient }) => gradient,
  ({ gradient }) => gradient,
);

import { unaryRule } from '../element-wise';

export const identity = unaryRule(({ gradient }) => gradient);

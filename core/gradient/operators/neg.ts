import { unary } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const neg = unaryRule(({ gradient }) => unary('Neg', gradient));

import { mul, square, unary } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const reciprocal = unaryRule(({ y, gradient }) => unary('Neg', mul(gradient, square(y))));

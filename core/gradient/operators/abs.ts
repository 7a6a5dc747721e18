/** |x|: the sign of x, 0 at 0. */
import { mul, unary } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const abs = unaryRule(({ x, gradient }) => mul(gradient, unary('Sign', x)));

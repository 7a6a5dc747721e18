import { mul, unary } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const softplus = unaryRule(({ x, gradient }) => mul(gradient, unary('Sigmoid', x)));

import { mul, scalar, square, sub } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const tanh = unaryRule(({ y, gradient }) => mul(gradient, sub(scalar(1), square(y))));

import { mul, scalar, sub } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const sigmoid = unaryRule(({ y, gradient }) => mul(mul(gradient, y), sub(scalar(1), y)));

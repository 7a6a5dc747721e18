import { mul } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const exp = unaryRule(({ y, gradient }) => mul(gradient, y));

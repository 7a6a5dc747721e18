/** 1 above 0, and 0 at 0. */
import { cast, compare, mul, scalar } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const relu = unaryRule(({ x, gradient }) => mul(gradient, cast(compare('Greater', x, scalar(0)), 'float')));

/** 1 above 0, alpha · eˣ at 0 and below. */
import { compare, mul, scalar, shifted, where } from '../../graph/operators';
import { unaryRule } from '../element-wise';
import { floatOf } from '../rule';

export const elu = unaryRule(({ x, y, gradient, attributes }) =>
  mul(gradient, where(compare('Greater', x, scalar(0)), scalar(1), shifted(y, floatOf(attributes['alpha'])))),
);

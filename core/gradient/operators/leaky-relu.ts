/** 1 above 0, alpha at 0 and below. */
import { compare, mul, scalar, where } from '../../graph/operators';
import { unaryRule } from '../element-wise';
import { floatOf } from '../rule';

export const leakyRelu = unaryRule(({ x, gradient, attributes }) =>
  mul(gradient, where(compare('Greater', x, scalar(0)), scalar(1), scalar(floatOf(attributes['alpha'])))),
);

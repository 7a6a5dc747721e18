/** y · (g − Σ g · y), the sum along the axis. */
import { mul, reduceExactly, sub } from '../../graph/operators';
import { unaryRule } from '../element-wise';
import { intOf } from '../rule';

export const softmax = unaryRule(({ y, gradient, attributes }) =>
  mul(y, sub(gradient, reduceExactly('ReduceSum', mul(gradient, y), [intOf(attributes['axis'])]))),
);

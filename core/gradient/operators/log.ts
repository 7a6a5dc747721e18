import { div } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const log = unaryRule(({ x, gradient }) => div(gradient, x));

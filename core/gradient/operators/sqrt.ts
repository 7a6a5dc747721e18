/** 1 / 2√x: infinite at 0. */
import { div, scaled } from '../../graph/operators';
import { unaryRule } from '../element-wise';

export const sqrt = unaryRule(({ y, gradient }) => div(scaled(gradient, 0.5), y));

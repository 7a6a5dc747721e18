import { countOf, expand, scaled } from '../../graph/operators';
import type { GradientRule } from '../rule';

export const reduceMean: GradientRule = ({ inputs: [x], gradient }) =>
  x ? [expand(scaled(gradient, countOf(gradient.shape) / countOf(x.shape)), x.shape)] : [];

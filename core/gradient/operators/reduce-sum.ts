import { expand } from '../../graph/operators';
import type { GradientRule } from '../rule';

export const reduceSum: GradientRule = ({ inputs: [x], gradient }) => (x ? [expand(gradient, x.shape)] : []);

import { reshape as reshaped } from '../../graph/operators';
import type { GradientRule } from '../rule';

export const reshape: GradientRule = ({ inputs: [x], gradient }) => (x ? [reshaped(gradient, x.shape)] : []);

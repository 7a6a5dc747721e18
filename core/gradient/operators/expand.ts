import type { GradientRule } from '../rule';
import { summedTo } from '../shapes';

export const expand: GradientRule = ({ inputs: [x], gradient }) => (x ? [summedTo(gradient, x.shape)] : []);

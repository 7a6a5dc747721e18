/** 0, also at the steps. */
import type { GradientRule } from '../rule';

export const floor: GradientRule = () => [];

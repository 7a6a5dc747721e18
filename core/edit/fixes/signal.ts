import type { signalProblems } from '../../problems/signal';
import type { Fixes } from './fixer';

/** The cause is spread over many layers; only the author can say which of them should change. */
export const signalFixes: Fixes<keyof typeof signalProblems> = {
  'signal/dead': 'several',
  'signal/exploding': 'elsewhere',
  'signal/exploding-filler': 'elsewhere',
  'signal/exploding-gradient': 'elsewhere',
  'signal/exploding-gradient-filler': 'elsewhere',
  'signal/saturating': 'several',
  'signal/vanishing': 'elsewhere',
  'signal/vanishing-filler': 'elsewhere',
  'signal/vanishing-gradient': 'elsewhere',
  'signal/vanishing-gradient-filler': 'elsewhere',
  'signal/vanishing-xavier': 'elsewhere',
};

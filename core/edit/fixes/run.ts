import type { runProblems } from '../../problems/run';
import type { Fixes } from './fixer';

/** The cause is in the layers before; only the author can say which of them should change. */
export const runFixes: Fixes<keyof typeof runProblems> = {
  'run/dead-units': 'several',
  'run/exploding': 'elsewhere',
  'run/exploding-gradient': 'elsewhere',
  'run/not-finite': 'elsewhere',
  'run/saturated': 'several',
  'run/vanishing': 'elsewhere',
  'run/vanishing-gradient': 'elsewhere',
};

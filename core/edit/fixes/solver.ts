import type { solverProblems } from '../../problems/solver';
import { removeIt, replaceWith, suggested, type Fixes } from './fixer';

export const solverFixes: Fixes<keyof typeof solverProblems> = {
  'solver/average-loss': replaceWith('1'),
  'solver/dead-field': removeIt,
  'solver/gamma': 'author',
  'solver/min-lr': 'several',
  'solver/momentum': 'several',
  'solver/net-not-found': 'author',
  'solver/no-policy': 'author',
  'solver/no-train-net': 'author',
  'solver/no-file': 'author',
  'solver/rms-decay': 'author',
  'solver/several-train-nets': 'several',
  'solver/stepsize': 'author',
  'solver/stage-count': 'author',
  'solver/stepsize-zero': 'author',
  'solver/test-interval': 'author',
  'solver/test-iter-missing': 'author',
  'solver/test-iter-surplus': 'several',
  'solver/test-state-count': 'author',
  'solver/type-and-solver-type': removeIt,
  'solver/unknown-momentum-policy': suggested,
  'solver/unknown-policy': suggested,
  'solver/unknown-regularization': suggested,
  'solver/unknown-type': suggested,
};

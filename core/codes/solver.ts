/** Codes of solvers; explained in `docs/problems/solver.md`. */
import { dead, error, warning, type CodeInfo } from './code-info';

export const solverCodes = {
  'solver/average-loss': error,
  'solver/dead-field': dead,
  'solver/gamma': error,
  'solver/momentum': error,
  'solver/net-not-found': warning,
  'solver/no-policy': error,
  'solver/no-train-net': error,
  'solver/no-file': error,
  'solver/rms-decay': error,
  'solver/several-train-nets': error,
  'solver/stepsize': error,
  'solver/test-interval': error,
  'solver/test-iter-missing': error,
  'solver/test-iter-surplus': error,
  'solver/test-state-count': error,
  'solver/type-and-solver-type': error,
  'solver/unknown-policy': error,
  'solver/unknown-regularization': warning,
  'solver/unknown-type': error,
} as const satisfies Record<string, CodeInfo>;

/** Codes of solvers; explained in `docs/problems/solver.md`. */
import type { CodeInfo } from './code-info';

export const solverCodes = {
} as const satisfies Record<string, CodeInfo>;

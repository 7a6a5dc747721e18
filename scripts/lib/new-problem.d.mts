export interface NewProblem {
  readonly code: string;
  readonly severity: string;
  readonly says: string;
  readonly help: string;
  readonly zh: string;
  /** A reason why there is none, or the name of a fixer. */
  readonly fix: string;
}
export const unwritten: string;
export function withNewProblem(
  problem: NewProblem,
  read: (path: string) => string | undefined,
): ReadonlyMap<string, string>;

/** Errors about which the Caffes that a text may equally well be for do not agree. */
import { isError, type Problem } from '../problems';

/**
 * Drops each error that one of the others does not report at the same place: the text does not tell which Caffe it is
 * for. `others`: the problems with each of them; only computed where there are errors.
 */
export function withoutDisputed(
  problems: readonly Problem[],
  others: () => readonly (readonly Problem[])[],
): readonly Problem[] {
  if (!problems.some(isError)) return problems;
  const places = others().map((found) => new Set(found.filter(isError).map(({ span }) => span.start)));
  return problems.filter((problem) => !isError(problem) || places.every((starts) => starts.has(problem.span.start)));
}

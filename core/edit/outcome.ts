/** The result of a change as analyzed by the engine: for conditions that a fix can't check by itself. */
import { analyze, type Analysis } from '../analysis/analysis';
import type { Chooser, Dialect } from '../dialects/dialect';
import { isError, type Code } from '../problems';
import { applyChanges, type TextChange } from './change';

/**
 * Analyzes the text after the changes, with the same dialect as before unless another is given, and in the requested
 * states.
 */
export function outcomeOf(
  { text, kind, dialect, world, states, statesFrom }: Analysis,
  changes: readonly TextChange[],
  by: Dialect | Chooser = dialect,
): Analysis {
  const isAsked = statesFrom === 'asked' || statesFrom === 'usual';
  return analyze(applyChanges(text, changes), {
    dialect: by,
    kind,
    ...(world && { world }),
    ...(isAsked && { states }),
  });
}

/** False for a text so large that analyzing it again would take noticeable time. In UTF-16 units. */
export function isJudged({ text }: Analysis): boolean {
  return text.length <= 1 << 20;
}

/** True where some kind of error occurs more often than before. */
export function hasNewError(before: Analysis, after: Analysis): boolean {
  const had = errorsOf(before);
  return [...errorsOf(after)].some(([code, count]) => count > (had.get(code) ?? 0));
}

function errorsOf({ problems }: Analysis): ReadonlyMap<Code, number> {
  const counts = new Map<Code, number>();
  for (const { code } of problems.filter(isError)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

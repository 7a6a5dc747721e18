import { placed, type Problem } from '#core/problems/index';

/**
 * Problems of an earlier text where they stand in a later one. Those in what was changed are dropped: whether they still
 * hold is not known.
 */
export function moved(problems: readonly Problem[], before: string, after: string): readonly Problem[] {
  if (problems.length === 0 || before === after) return problems;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const end = before.length - tail;
  const by = after.length - before.length;
  return problems.flatMap((problem): readonly Problem[] => {
    const { span } = problem;
    if (span.end < start) return [problem];
    return span.start > end ? [placed(problem, { span: { start: span.start + by, end: span.end + by } })] : [];
  });
}

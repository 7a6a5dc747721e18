import { placed, type Problem, type Span } from '#core/problems/index';

/** The range of a text that an edit replaced: `start` to `endBefore` in the earlier text, `start` to `endAfter` in the later one. */
export interface Edit {
  readonly start: number;
  readonly endBefore: number;
  readonly endAfter: number;
}

/** The smallest edit that turns `before` into `after`. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, endBefore: before.length - tail, endAfter: after.length - tail };
}

/** The position of a span of the earlier text in the later one; undefined if the edit touches it. */
export function movedSpan({ start, end }: Span, edit: Edit): Span | undefined {
  if (end < edit.start) return { start, end };
  const by = edit.endAfter - edit.endBefore;
  return start > edit.endBefore ? { start: start + by, end: end + by } : undefined;
}

/**
 * Moves the problems of an earlier text to their positions in a later one. Those that the edit touches are dropped, since they
 * may no longer hold.
 */
export function moved(problems: readonly Problem[], before: string, after: string): readonly Problem[] {
  if (problems.length === 0 || before === after) return problems;
  const edit = editBetween(before, after);
  return problems.flatMap((problem): readonly Problem[] => {
    const span = movedSpan(problem.span, edit);
    if (!span) return [];
    return [span.start === problem.span.start ? problem : placed(problem, { span })];
  });
}

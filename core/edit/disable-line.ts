import type { Problem } from '../problems';
import { disablingNames } from '../comments/comments';
import { lineStartAt } from '../text/lines';
import type { Fix } from './change';
import { indentAt, lineBreakOf } from './lines-of';

/**
 * Adds a comment above the problem's line that suppresses the problem; where there is one already, adds the code to it.
 */
export function disableLine(text: string, { code, span }: Problem): Fix {
  const line = lineStartAt(text, span.start);
  const above = text.slice(text.lastIndexOf('\n', line - 2) + 1, line);
  const known =
    line > 0
      ? new RegExp(`^([ \\t]*#\\s*${disablingNames.line}\\s+${word}(?:[\\s,]+${word})*)`).exec(above)?.[1]
      : undefined;
  if (known !== undefined) {
    const at = line - above.length + known.length;
    return { id: 'disable-line', args: { code }, changes: [{ span: { start: at, end: at }, newText: `, ${code}` }] };
  }
  const newText = `${indentAt(text, span.start)}# ${disablingNames.line} ${code}${lineBreakOf(text)}`;
  return { id: 'disable-line', args: { code }, changes: [{ span: { start: line, end: line }, newText }] };
}

/** Matches a code, but not the `--` before the reason. */
const word = '(?!--)[^\\s,]+';

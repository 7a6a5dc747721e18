import type { Span } from '../problems';
import { lineEndAt } from '../text/lines';
import type { TextChange } from './change';

/**
 * Removes a field: with its line where it is alone on it, else with the separator and whitespace after it (or before
 * it, where nothing follows on the line). A trailing comment is kept, and one inside is removed: see `dropFields`.
 */
export function removeField(text: string, field: Span): TextChange {
  const start = whitespaceBefore(text, field.start);
  let end = whitespaceAfter(text, field.end);
  if (text[end] === ',' || text[end] === ';') end = whitespaceAfter(text, end + 1);
  const opensLine = start === 0 || text[start - 1] === '\n';
  const lineEnd = endOfLine(text, end);
  if (end < lineEnd) return { span: { start: field.start, end }, newText: '' };
  return { span: { start, end: opensLine ? afterLineBreak(text, lineEnd) : end }, newText: '' };
}

/** The field together with its trailing comment, if nothing else is on the line. */
export function withComment(text: string, field: Span): Span {
  const comment = commentAfter(text, field);
  const start = whitespaceBefore(text, field.start);
  return comment && (start === 0 || text[start - 1] === '\n') ? { start: field.start, end: comment.end } : field;
}

/** The trailing comment of a field, with at most a separator between them. */
export function commentAfter(text: string, { end }: Span): Span | undefined {
  const start = end + (/^[ \t]*[,;]?[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0);
  return text[start] === '#' ? { start, end: endOfLine(text, start) } : undefined;
}

/** The offset of the spaces and tabs that end at `from`. */
export function whitespaceBefore(text: string, from: number): number {
  let at = from;
  while (isWhitespace(text[at - 1])) at--;
  return at;
}

function whitespaceAfter(text: string, from: number): number {
  let at = from;
  while (isWhitespace(text[at])) at++;
  return at;
}

function isWhitespace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** The offset of the line break, `\n` or `\r\n`, or of the end of the text. */
function endOfLine(text: string, from: number): number {
  const at = lineEndAt(text, from);
  return at > from && at < text.length && text[at - 1] === '\r' ? at - 1 : at;
}

function afterLineBreak(text: string, lineEnd: number): number {
  return Math.min(lineEndAt(text, lineEnd) + 1, text.length);
}

import type { Span } from '../problems';
import type { TextChange } from './change';

/**
 * Removes a field: with its line where it is alone on it, else with the separator and whitespace after it (or before
 * it, where nothing follows on the line). A trailing comment about it is removed with the line.
 */
export function removeField(text: string, field: Span): TextChange {
  const start = whitespaceBefore(text, field.start);
  let end = whitespaceAfter(text, field.end);
  if (text[end] === ',' || text[end] === ';') end = whitespaceAfter(text, end + 1);
  const opensLine = start === 0 || text[start - 1] === '\n';
  const lineEnd = endOfLine(text, end);
  if (opensLine && (end === lineEnd || text[end] === '#'))
    return { span: { start, end: afterLineBreak(text, lineEnd) }, newText: '' };
  const endsLine = end === lineEnd || text[end] === '#';
  const span =
    opensLine || !endsLine ? { start: field.start, end } : { start, end: text[end] === '#' ? field.end : end };
  return { span, newText: '' };
}

function whitespaceBefore(text: string, from: number): number {
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
  const at = text.indexOf('\n', from);
  if (at < 0) return text.length;
  return at > from && text[at - 1] === '\r' ? at - 1 : at;
}

function afterLineBreak(text: string, lineEnd: number): number {
  const at = text.indexOf('\n', lineEnd);
  return at < 0 ? text.length : at + 1;
}

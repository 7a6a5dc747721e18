/** The layout of a text around an offset: indentation and line breaks. */
import { memoizeLast } from '../lazy';
import { lineStartAt } from '../text/lines';

/** The indentation of the line that an offset is in. */
export function indentAt(text: string, offset: number): string {
  const start = lineStartAt(text, offset);
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

/** True where only whitespace precedes an offset on its line. */
export function opensLine(text: string, offset: number): boolean {
  return offset - lineStartAt(text, offset) === indentAt(text, offset).length;
}

/** The line break that the text uses. */
export const lineBreakOf = memoizeLast((text): '\r\n' | '\n' => {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
});

/** One step of indentation, as the first multi-line top-level message has it; two spaces where there is none. */
export const indentOf = memoizeLast((text): string => firstIndented.exec(text)?.[1] ?? '  ');

const firstIndented = /^[^\s#][^\n#]*[{<][ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]+)[^\s#]/m;

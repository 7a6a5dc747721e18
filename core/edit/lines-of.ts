/** The layout of a text around an offset: indentation and line breaks. */

/** The indentation of the line that an offset is in. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(start, end);
}

/** True where only whitespace precedes an offset on its line. */
export function opensLine(text: string, offset: number): boolean {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1) === indentAt(text, offset).length;
}

/** The line break that the text uses. */
export function lineBreakOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/** One step of indentation, as the first multi-line top-level message has it; two spaces where there is none. */
export function indentOf(text: string): string {
  return firstIndented.exec(text)?.[1] ?? '  ';
}

const firstIndented = /^[^\s#][^\n#]*[{<][ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]+)[^\s#]/m;

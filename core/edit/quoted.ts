/** Strings as literals of the text format. */

/** In double quotes. */
export function quoted(text: string): string {
  return `"${escaped(text, '"')}"`;
}

/** The contents of a literal with this kind of quote: backslashes, the quote itself and control characters escaped. */
export function escaped(text: string, quote: string): string {
  return text
    .replace(/[\\\0-\x1f\x7f]/g, (c) => (c === '\\' ? '\\\\' : `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`))
    .replaceAll(quote, `\\${quote}`);
}

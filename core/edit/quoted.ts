/** Strings as the text format spells them. */

/** In double quotes. */
export function quoted(text: string): string {
  return `"${escaped(text, '"')}"`;
}

/** What stands between quotes of this kind: backslashes, the quote itself and control characters as escapes. */
export function escaped(text: string, quote: string): string {
  return text
    .replace(/[\\\0-\x1f\x7f]/g, (c) => (c === '\\' ? '\\\\' : `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`))
    .replaceAll(quote, `\\${quote}`);
}

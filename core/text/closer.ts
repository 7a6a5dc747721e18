import { Char, endOfComment } from './characters';

/** Limit on the search for a bracket; a layer is a tenth as long. */
const longest = 20_000;

/**
 * The first bracket from an offset on that closes what is open there; -1 where there is none within the limit. Strings
 * and comments are skipped.
 */
export function closerOf(text: string, from: number): number {
  let depth = 0;
  const end = Math.min(text.length, from + longest);
  for (let i = from; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === Char.Hash) i = endOfComment(text, i);
    else if (c === Char.DoubleQuote || c === Char.SingleQuote) i = endOfString(text, i, c);
    else if (c === Char.OpenBrace || c === Char.OpenAngle) depth++;
    else if ((c === Char.CloseBrace || c === Char.CloseAngle) && depth-- === 0) return i;
  }
  return -1;
}

/**
 * True if the closing bracket of what is open at an offset, and those of `around` more messages, are the last on the
 * offset's line.
 */
export function closesOnLine(text: string, from: number, around: number): boolean {
  const lineEnd = text.indexOf('\n', from);
  const isOnLine = (bracket: number): boolean => bracket >= 0 && (lineEnd < 0 || bracket < lineEnd);
  let last = closerOf(text, from);
  for (let i = 0; i < around && last >= 0; i++) last = closerOf(text, last + 1);
  return isOnLine(last) && !isOnLine(closerOf(text, last + 1));
}

/** The column of a bracket in its line. */
export function columnOf(text: string, bracket: number): number {
  return bracket - text.lastIndexOf('\n', bracket) - 1;
}

/** The offset of the closing quote, or of the end of its line. */
function endOfString(text: string, from: number, quote: number): number {
  let i = from + 1;
  for (let c = text.charCodeAt(i); c !== quote && c !== Char.LineFeed && i < text.length; c = text.charCodeAt(++i))
    if (c === Char.Backslash) i++;
  return i;
}

/**
 * Where a string was meant to end, on a line whose quotes don't pair. libprotobuf rejects the line in any case; this
 * way what follows the string is read as it is meant.
 *
 *     name: "relu1 type: "ReLU"      the quotes pair wrongly: the first string ends before a name and a colon
 *     bottom: "data }                the last string swallows the bracket that closes the message
 */
import { belongs, Char, word } from './characters';

/** Lines of generated texts are longer; there a missing quote is reported at the end of the line. */
const longest = 2000;

/**
 * For a string between two quotes: where it was meant to end, if it ends in a name and a colon and the quotes of the
 * rest of its line don't pair; -1 where it is as it should be.
 */
export function endBeforeName(text: string, from: number, closing: number): number {
  const last = lastBefore(text, closing);
  if (text.charCodeAt(last) !== Char.Colon || last <= from) return -1;
  const meant = endOfUnclosed(text, from, closing);
  return meant < closing && !restPairs(text, closing + 1) ? meant : -1;
}

/**
 * True for a quote within a string, `"Con"volution"`: a word follows it, and the quotes of the rest of its line don't
 * pair.
 */
export function goesOn(text: string, quote: number): boolean {
  return belongs(text.charCodeAt(quote + 1), word) && !restPairs(text, quote + 1);
}

/**
 * For a string still open at the end of the line: its end before the next name with its colon or bracket, before
 * brackets at the line's end, or before a comment.
 */
export function endOfUnclosed(text: string, from: number, lineEnd: number): number {
  if (lineEnd - from > longest) return lineEnd;
  const written = text.slice(from + 1, lineEnd);
  const found = /[ \t]+[A-Za-z_]\w*[ \t]*[:{<]|[ \t]*[{}<>\]][{}<>\] \t,;]*(?:#|$)|[ \t]+#|[ \t]+$/.exec(written);
  return found ? from + 1 + found.index : lineEnd;
}

/** True if all quotes from an offset to the end of its line pair, or the line is too long to check. */
function restPairs(text: string, from: number): boolean {
  let open = 0;
  for (let i = from; i < text.length && i < from + longest; i++) {
    const c = text.charCodeAt(i);
    if (c === Char.LineFeed || (open === 0 && c === Char.Hash)) return open === 0;
    if (open !== 0 && c === Char.Backslash) i++;
    else if (c === open) open = 0;
    else if (open === 0 && (c === Char.DoubleQuote || c === Char.SingleQuote)) open = c;
  }
  return open === 0 || text.length > from + longest;
}

function lastBefore(text: string, end: number): number {
  let i = end - 1;
  while (text.charCodeAt(i) === Char.Space || text.charCodeAt(i) === Char.Tab) i--;
  return i;
}

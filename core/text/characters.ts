/** Characters with a meaning in the text format, and classes of ASCII characters as in libprotobuf's tokenizer. */

export const enum Char {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  DoubleQuote = 34,
  Hash = 35,
  SingleQuote = 39,
  Plus = 43,
  Comma = 44,
  Minus = 45,
  Point = 46,
  Slash = 47,
  Zero = 48,
  Colon = 58,
  Semicolon = 59,
  OpenAngle = 60,
  Equals = 61,
  CloseAngle = 62,
  CapitalU = 85,
  OpenList = 91,
  Backslash = 92,
  CloseList = 93,
  SmallP = 112,
  SmallS = 115,
  SmallU = 117,
  SmallX = 120,
  OpenBrace = 123,
  CloseBrace = 125,
  ByteOrderMark = 0xfeff,
}

/** Bits of the table below. A lone CR is whitespace and does not end a line. */
export const whitespace = 1;
export const letter = 2;
export const digit = 4;
export const octalDigit = 8;
export const hexDigit = 16;
/** Characters that form an escape with a backslash: a b f n r t v \ ? ' " */
export const simpleEscape = 32;
export const word = letter | digit;

/** The classes of each ASCII character. */
export const classes = new Uint8Array(128);
mark(' \t\n\v\f\r', whitespace);
mark('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', letter);
mark('0123456789', digit);
mark('01234567', octalDigit);
mark('0123456789abcdefABCDEF', hexDigit);
mark('abfnrtv\\?\'"', simpleEscape);

function mark(characters: string, bit: number): void {
  for (let i = 0; i < characters.length; i++) {
    const c = characters.charCodeAt(i);
    classes[c] = (classes[c] as number) | bit;
  }
}

/** False for NaN, the character code past the end of a text. */
export function belongs(c: number, bits: number): boolean {
  return c < 128 && ((classes[c] as number) & bits) !== 0;
}

/** The first offset from `from` on whose character is not of these classes. */
export function skip(text: string, from: number, bits: number): number {
  let i = from;
  let c = text.charCodeAt(i);
  while (c < 128 && ((classes[c] as number) & bits) !== 0) c = text.charCodeAt(++i);
  return i;
}

/** The end of the comment that begins at `from`: at the line break, or at a NUL, which also ends it for libprotobuf. */
export function endOfComment(text: string, from: number): number {
  let i = from;
  let c = text.charCodeAt(i);
  while (c !== Char.LineFeed && c !== 0 && i < text.length) c = text.charCodeAt(++i);
  return i;
}

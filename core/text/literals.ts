/** The values of scalars in the text, by libprotobuf's rules (text_format.cc, tokenizer.cc). */
import { belongs, Char, digit, endOfComment, hexDigit, octalDigit, skip, word } from './characters';
import type { ScalarNode } from './tree';
import { decodeUtf8 } from './utf8';

export interface IntegerRange {
  readonly min: bigint;
  readonly max: bigint;
}

export const int32: IntegerRange = { min: -(2n ** 31n), max: 2n ** 31n - 1n };
export const uint32: IntegerRange = { min: 0n, max: 2n ** 32n - 1n };
export const int64: IntegerRange = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
export const uint64: IntegerRange = { min: 0n, max: 2n ** 64n - 1n };

/** True where a minus sign precedes the number or name. */
export function isNegative(text: string, node: ScalarNode): boolean {
  return node.token !== 'string' && text.charCodeAt(node.start) === Char.Minus;
}

/** The number or name without its sign. Whitespace, comments and unreadable characters may be between them. */
export function bodyOf(text: string, node: ScalarNode): string {
  let i = node.start;
  if (!isNegative(text, node)) return text.slice(i, node.end);
  for (let c = Char.Minus as number; !belongs(c, word) && c !== Char.Point && i < node.end; c = text.charCodeAt(i)) {
    i = c === Char.Hash ? endOfComment(text, i) : i + 1;
  }
  return text.slice(i, node.end);
}

/**
 * An integer token's value, hexadecimal after `0x`, octal after `0`; undefined if it is out of range or no integer. Of
 * a value that no double holds exactly, Caffe uses the sign and the low 32 bits (a `dim`, a seed), and these are
 * preserved.
 */
export function readInteger(text: string, node: ScalarNode, range: IntegerRange): number | undefined {
  const body = bodyOf(text, node);
  const negative = isNegative(text, node);
  // Fast path for common numbers, without BigInt.
  if (body.length <= 9 && !isHexOrOctal(body) && isMadeOf(body, 0, digit))
    return negative ? 0 - Number(body) : Number(body);
  const magnitude = magnitudeOf(body);
  if (magnitude === undefined) return undefined;
  const value = negative ? -magnitude : magnitude;
  return value < range.min || value > range.max ? undefined : Number(isExact(value) ? value : withLowBits(value));
}

function isExact(value: bigint): boolean {
  return BigInt(Number(value)) === value;
}

/** A double of the same sign and low 32 bits, close to the largest that can hold them. */
function withLowBits(value: bigint): bigint {
  const far = 2n ** 52n;
  return BigInt.asIntN(32, value) + (value < 0n ? -far : far);
}

/** True for `0x1F` and `017`, which are not valid for a float. */
export function isHexOrOctal(body: string): boolean {
  return body.length > 1 && body.charCodeAt(0) === Char.Zero;
}

/**
 * A number or `inf`, `infinity`, `nan` in any case; undefined for other names. A number that is too large is infinite.
 */
export function readDouble(text: string, node: ScalarNode): number | undefined {
  const body = bodyOf(text, node);
  const sign = isNegative(text, node) ? -1 : 1;
  if (node.token !== 'identifier') {
    const value = Number.parseFloat(body);
    return Number.isNaN(value) ? undefined : sign * value;
  }
  const name = body.toLowerCase();
  if (name === 'inf' || name === 'infinity') return sign * Infinity;
  return name === 'nan' ? NaN : undefined;
}

/** One or more adjacent strings with escapes decoded; bytes that are not valid UTF-8 become U+FFFD. */
export function readString(text: string, { start, end }: ScalarNode): string {
  const quote = text.charCodeAt(start);
  const plain = text.slice(start + 1, end - 1);
  const isWhole = end - start >= 2 && text.charCodeAt(end - 1) === quote;
  return isWhole && !plain.includes('\\') && !plain.includes(text[start] as string)
    ? plain
    : decodeStrings(text, start, end);
}

function decodeStrings(text: string, start: number, end: number): string {
  const parts: string[] = [];
  let i = start;
  while (i < end) {
    const c = text.charCodeAt(i);
    if (c === Char.DoubleQuote || c === Char.SingleQuote) i = decodeString(text, i, end, parts);
    else if (c === Char.Hash) i = endOfComment(text, i);
    else i++;
  }
  return parts.join('');
}

/** From an opening quote to after the closing one, or to where the string was abandoned. */
function decodeString(text: string, from: number, end: number, parts: string[]): number {
  const quote = text.charCodeAt(from);
  const bytes: number[] = [];
  let i = from + 1;
  let plain = i;
  for (; i < end; ) {
    const c = text.charCodeAt(i);
    if (c === quote) break;
    if (c !== Char.Backslash) {
      i++;
      continue;
    }
    if (i > plain) flush(bytes, parts);
    parts.push(text.slice(plain, i));
    i = plain = decodeEscape(text, i, end, bytes, parts);
  }
  flush(bytes, parts);
  parts.push(text.slice(plain, i));
  return i + 1;
}

/** Decodes bytes from single escapes together, as the characters that they form. */
function flush(bytes: number[], parts: string[]): void {
  if (bytes.length > 0) parts.push(decodeUtf8(Uint8Array.from(bytes)));
  bytes.length = 0;
}

const simple: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
  '?': 63,
  "'": 39,
  '"': 34,
};

/** Octal, hexadecimal and one-letter escapes are bytes, `\\u` and `\\U` characters; an invalid one is dropped. */
function decodeEscape(text: string, at: number, end: number, bytes: number[], parts: string[]): number {
  const from = at + 1;
  const c = text.charCodeAt(from);
  if (belongs(c, octalDigit)) {
    const to = Math.min(skip(text, from, octalDigit), from + 3, end);
    bytes.push(parseInt(text.slice(from, to), 8) & 255);
    return to;
  }
  if (c === Char.SmallX && belongs(text.charCodeAt(from + 1), hexDigit)) {
    const to = Math.min(skip(text, from + 1, hexDigit), from + 3, end);
    bytes.push(parseInt(text.slice(from + 1, to), 16));
    return to;
  }
  if (c === Char.SmallU || c === Char.CapitalU) {
    const to = from + (c === Char.SmallU ? 5 : 9);
    const code = parseInt(text.slice(from + 1, to), 16);
    if (code <= lastCodePoint) {
      flush(bytes, parts);
      parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
    }
    return Math.min(to, end);
  }
  const byte = simple[text[from] ?? ''];
  if (byte !== undefined) bytes.push(byte);
  return byte === undefined ? from : from + 1;
}

/**
 * The largest value that `\\U` accepts: libprotobuf checks the digits, not Unicode's limit (tokenizer.cc, TryConsume of
 * `\\U`).
 */
export const lastCodePoint = 0x1fffff;

/** More digits than this are outside of every range, and would take BigInt long. */
const mostDigits = 100;

function magnitudeOf(body: string): bigint | undefined {
  const base = !isHexOrOctal(body) ? 'decimal' : belongs(body.charCodeAt(1), digit) ? 'octal' : 'hexadecimal';
  let first = base === 'hexadecimal' ? 2 : 0;
  while (body.charCodeAt(first) === Char.Zero) first++;
  if (body.length - first > mostDigits || !isMadeOf(body, first, digitsOf[base])) return undefined;
  return first === body.length ? 0n : BigInt(prefixes[base] + body.slice(first));
}

const digitsOf = { decimal: digit, octal: octalDigit, hexadecimal: hexDigit } as const;
const prefixes = { decimal: '', octal: '0o', hexadecimal: '0x' } as const;

function isMadeOf(text: string, from: number, bits: number): boolean {
  return skip(text, from, bits) === text.length;
}

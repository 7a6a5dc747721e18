/** What a scalar of the text means, by libprotobuf's rules (text_format.cc, tokenizer.cc). */
import type { ScalarNode } from './tree';

export const int32 = { min: -(2n ** 31n), max: 2n ** 31n - 1n };
export const uint32 = { min: 0n, max: 2n ** 32n - 1n };
export const int64 = { min: -(2n ** 63n), max: 2n ** 63n - 1n };
export const uint64 = { min: 0n, max: 2n ** 64n - 1n };

export interface IntegerRange {
  readonly min: bigint;
  readonly max: bigint;
}

/** True where a minus sign stands before the number or name. */
export function isNegative(text: string, node: ScalarNode): boolean {
  return node.token !== 'string' && text.charCodeAt(node.start) === 45;
}

/** The number or name without its sign. Blanks and comments may stand between them. */
export function bodyOf(text: string, node: ScalarNode): string {
  if (!isNegative(text, node)) return text.slice(node.start, node.end);
  return text.slice(node.start + 1, node.end).replace(/^(?:\s|#[^\n]*\n)+/, '');
}

/** An integer token's value, hexadecimal after `0x`, octal after `0`; undefined out of the range. */
export function readInteger(text: string, node: ScalarNode, range: IntegerRange): number | undefined {
  const body = bodyOf(text, node);
  const negative = isNegative(text, node);
  // A sign where none is allowed is the caller's business; the short way covers what people write.
  if (body.length <= 9 && (body.charCodeAt(0) !== 48 || body.length === 1)) return negative ? -Number(body) : Number(body);
  const magnitude = magnitudeOf(body);
  const value = negative ? -magnitude : magnitude;
  return value < range.min || value > range.max ? undefined : Number(value);
}

/** True for `0x1F` and `017`, which a float may not be written as. */
export function isHexOrOctal(body: string): boolean {
  return body.length > 1 && body.charCodeAt(0) === 48 && body.charCodeAt(1) !== 46 && /^0[xX0-7]/.test(body) && !/^0[eEfF]/.test(body);
}

/** A number or `inf`, `infinity`, `nan` in any case; undefined for other names. */
export function readDouble(text: string, node: ScalarNode): number | undefined {
  const body = bodyOf(text, node);
  const sign = isNegative(text, node) ? -1 : 1;
  if (node.token === 'identifier') {
    const name = body.toLowerCase();
    if (name === 'inf' || name === 'infinity') return sign * Infinity;
    return name === 'nan' ? NaN : undefined;
  }
  const value = Number(node.token === 'float' ? body.replace(/[fF]$/, '') : body);
  return sign * (Number.isNaN(value) ? (Number.parseFloat(body) || 0) : value);
}

/** One or more adjacent strings, escapes decoded; bytes that are no UTF-8 become U+FFFD. */
export function readString(text: string, node: ScalarNode): string {
  const { start, end } = node;
  const quote = text[start] as string;
  const plain = text.slice(start + 1, end - 1);
  if (text[end - 1] === quote && end - start >= 2 && !plain.includes('\\') && !plain.includes(quote)) return plain;
  return decodeParts(text, start, end);
}

function decodeParts(text: string, start: number, end: number): string {
  const bytes: number[] = [];
  let out = '';
  const flush = (): void => {
    if (bytes.length > 0) out += decodeUtf8(bytes.splice(0));
  };
  let i = start;
  while (i < end) {
    const quote = text[i] as string;
    if (quote !== '"' && quote !== "'") {
      // Blanks and comments between adjacent strings.
      i = quote === '#' ? Math.max(i + 1, (text.indexOf('\n', i) + end + 1) % (end + 1)) : i + 1;
      continue;
    }
    i++;
    while (i < end && text[i] !== quote && text[i] !== '\n') {
      if (text[i] !== '\\') {
        flush();
        out += text[i++] as string;
        continue;
      }
      const escape = decodeEscape(text, i, end);
      if (typeof escape.value === 'number') bytes.push(escape.value);
      else {
        flush();
        out += escape.value;
      }
      i = escape.end;
    }
    i++;
  }
  flush();
  return out;
}

const simple: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92, '?': 63, "'": 39, '"': 34 };

/** A byte for octal and hexadecimal escapes, characters for `\\u` and `\\U`. An escape that is none stands for itself. */
function decodeEscape(text: string, at: number, end: number): { readonly value: number | string; readonly end: number } {
  const rest = text.slice(at + 1, Math.min(end, at + 11));
  const octal = /^[0-7]{1,3}/.exec(rest);
  if (octal) return { value: parseInt(octal[0], 8) & 255, end: at + 1 + octal[0].length };
  const hex = /^x([0-9a-fA-F]{1,2})/.exec(rest);
  if (hex) return { value: parseInt(hex[1] as string, 16), end: at + 1 + hex[0].length };
  const unicode = /^(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(rest);
  if (unicode) {
    const code = parseInt((unicode[1] ?? unicode[2]) as string, 16);
    if (code <= 0x10ffff) return { value: String.fromCodePoint(code), end: at + 1 + unicode[0].length };
  }
  const byte = simple[rest[0] ?? ''];
  return byte === undefined ? { value: '', end: at + 1 } : { value: byte, end: at + 2 };
}

/** UTF-8, with U+FFFD for what is none. `core` has no TextDecoder. */
function decodeUtf8(bytes: readonly number[]): string {
  let out = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] as number;
    const size = first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    const tail = bytes.slice(i + 1, i + size);
    if (size === 0 || tail.length < size - 1 || tail.some((byte) => (byte & 0xc0) !== 0x80)) {
      out += '\uFFFD';
      i++;
      continue;
    }
    const code = tail.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), size === 1 ? first : first & (0xff >> (size + 1)));
    out += code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    i += size;
  }
  return out;
}

function magnitudeOf(body: string): bigint {
  if (/^0[xX]/.test(body)) return body.length > 2 ? BigInt(body) : 0n;
  if (/^0[0-7]+$/.test(body)) return BigInt(`0o${body.slice(1)}`);
  return /^\d+$/.test(body) ? BigInt(body) : 0n;
}

/** UTF-8 without a TextDecoder, which `core` does not have. */

/** The text of the bytes; U+FFFD for each byte that is part of no character. */
export function decodeUtf8(bytes: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; ) {
    const size = sizeOf(bytes[i] as number);
    const code = codePoint(bytes, i, size);
    parts.push(code === undefined ? '\uFFFD' : String.fromCodePoint(code));
    i += code === undefined ? 1 : size;
  }
  return parts.join('');
}

/** How many bytes a character has that begins with this one; 0 if none does. */
function sizeOf(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

const smallest: readonly number[] = [0, 0, 0x80, 0x800, 0x10000];

function codePoint(bytes: readonly number[], at: number, size: number): number | undefined {
  const first = bytes[at] as number;
  if (size <= 1) return size === 1 ? first : undefined;
  let code = first & (0xff >> (size + 1));
  for (let i = at + 1; i < at + size; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code < (smallest[size] as number) || code > 0x10ffff || isSurrogate ? undefined : code;
}

/** The bytes of a text; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) as number;
    const code = point >= 0xd800 && point < 0xe000 ? 0xfffd : point;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    else bytes.push(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code));
  }
  return Uint8Array.from(bytes);
}

function continuation(code: number): number {
  return 0x80 | (code & 0x3f);
}

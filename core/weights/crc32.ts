/** CRC-32 (IEEE 802.3, reflected, polynomial 0xEDB88320) of a blob's little-endian float32 bytes, or of any bytes. */

const nSlices = 8;

/** `tables[k][byte]`: the checksum of a byte followed by k zero bytes (Kounavis and Berry 2005, "slicing by 8"). */
const tables = sliceTables();

/** Eight lower-case hexadecimal digits. */
export function crc32(values: Float32Array): string {
  return hexOf(updateCrc32(0, littleEndian(values)));
}

export function hexOf(sum: number): string {
  return (sum >>> 0).toString(16).padStart(8, '0');
}

/** The checksum of data with checksum `before` (0 for no data) followed by `bytes`. */
export function updateCrc32(before: number, bytes: Uint8Array): number {
  let sum = ~before;
  let at = 0;
  const step = (): void => {
    sum = (tables[(sum ^ (bytes[at++] as number)) & 255] as number) ^ (sum >>> 8);
  };
  const aligned = hostIsLittleEndian ? Math.min(bytes.length, -bytes.byteOffset & 3) : bytes.length;
  while (at < aligned) step();
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (bytes.length - at) >> 2);
  sum = overWords(sum, words.subarray(0, words.length & ~1));
  at += 4 * (words.length & ~1);
  while (at < bytes.length) step();
  return ~sum >>> 0;
}

/** The bytes of the values as stored in files; shares their memory where the host is little-endian. */
export function littleEndian(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  if (hostIsLittleEndian) return bytes;
  const swapped = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, i) => swapped.setFloat32(4 * i, value, true));
  return new Uint8Array(swapped.buffer);
}

const hostIsLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Processes two words per step. */
function overWords(before: number, words: Int32Array): number {
  const table = tables;
  let sum = before;
  for (let i = 0; i < words.length; i += 2) {
    const one = sum ^ (words[i] as number);
    const two = words[i + 1] as number;
    sum =
      (table[1792 | (one & 255)] as number) ^
      (table[1536 | ((one >>> 8) & 255)] as number) ^
      (table[1280 | ((one >>> 16) & 255)] as number) ^
      (table[1024 | (one >>> 24)] as number) ^
      (table[768 | (two & 255)] as number) ^
      (table[512 | ((two >>> 8) & 255)] as number) ^
      (table[256 | ((two >>> 16) & 255)] as number) ^
      (table[two >>> 24] as number);
  }
  return sum;
}

/** All tables, concatenated in one array. */
function sliceTables(): Int32Array {
  const all = new Int32Array(256 * nSlices);
  for (let byte = 0; byte < 256; byte++) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
    all[byte] = remainder;
  }
  for (let i = 256; i < all.length; i++) {
    const previous = all[i - 256] as number;
    all[i] = (all[previous & 255] as number) ^ (previous >>> 8);
  }
  return all;
}

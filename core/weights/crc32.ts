/** CRC-32 (IEEE 802.3, reflected, polynomial 0xEDB88320) of a blob's little-endian float32 bytes. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder >>> 0;
});

/** Eight lower-case hexadecimal digits. */
export function crc32(values: Float32Array): string {
  const bytes = littleEndian(values);
  let remainder = -1;
  for (let i = 0; i < bytes.length; i++) {
    remainder = (table[(remainder ^ (bytes[i] as number)) & 255] as number) ^ (remainder >>> 8);
  }
  return (~remainder >>> 0).toString(16).padStart(8, '0');
}

function littleEndian(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  if (new Uint8Array(Uint32Array.of(1).buffer)[0] === 1) return bytes;
  const swapped = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, i) => swapped.setFloat32(4 * i, value, true));
  return new Uint8Array(swapped.buffer);
}

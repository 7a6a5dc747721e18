/** NumPy's `.npy` format, version 1.0: little-endian float32 in C order. */

/** The header before the values, padded so that they begin at a multiple of 64 bytes. */
export function npyHeader(shape: readonly number[]): Uint8Array {
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const dictionary = `{'descr': '<f4', 'fortran_order': False, 'shape': (${axes}), }`;
  const length = Math.ceil((prefixLength + dictionary.length + 1) / 64) * 64;
  const header = new Uint8Array(length).fill(space);
  header.set([0x93, ...codesOf('NUMPY'), 1, 0, (length - prefixLength) & 255, (length - prefixLength) >> 8]);
  header.set(codesOf(dictionary), prefixLength);
  header[length - 1] = lineBreak;
  return header;
}

const prefixLength = 10;
const space = 32;
const lineBreak = 10;

function codesOf(ascii: string): readonly number[] {
  return Array.from(ascii, (letter) => letter.charCodeAt(0));
}

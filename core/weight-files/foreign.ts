/** What a file is by its size and first bytes, where it cannot be a message of protobuf that Caffe reads. */

export type Foreign = 'empty' | 'hdf5' | 'pointer';

const magic: readonly { readonly kind: Foreign; readonly bytes: readonly number[] }[] = [
  { kind: 'hdf5', bytes: [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: 'pointer', bytes: Array.from('version https://git-lfs', (letter) => letter.charCodeAt(0)) },
];

/** Undefined for a file that may be one. */
export function foreignness(first: Uint8Array, size: number): Foreign | undefined {
  if (size === 0) return 'empty';
  return magic.find(({ bytes }) => bytes.every((byte, i) => first[i] === byte))?.kind;
}

/** The headers of archives that are too large to create in a test. */
import { expect, test } from 'vitest';
import { directory, localHeader } from '#core/weight-files/zip';

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const large = 5 * 2 ** 30;

test('stores the size of a file of 5 GiB in 64 bits, in its header and in the directory', () => {
  const header = view(localHeader({ name: 'a', size: large, crc32: 7 }));
  expect([header.getUint16(4, true), header.getUint32(18, true), header.getUint32(22, true)]).toEqual([
    45, 0xffffffff, 0xffffffff,
  ]);
  expect(header.getUint16(31, true)).toBe(1);
  expect(header.getBigUint64(35, true)).toBe(BigInt(large));
  const end = view(
    directory(
      [
        { name: 'a', size: large, crc32: 7, offset: 0 },
        { name: 'b', size: 1, crc32: 8, offset: large + 51 },
      ],
      large + 83,
    ),
  );
  const at = end.byteLength - 22 - 20 - 56;
  expect(end.getUint32(at, true)).toBe(0x06064b50);
  expect(end.getBigUint64(at + 48, true)).toBe(BigInt(large + 83));
  expect(end.getUint32(end.byteLength - 6, true)).toBe(0xffffffff);
});

test('uses no 64-bit fields in a small archive', () => {
  expect(directory([{ name: 'a', size: 1, crc32: 7, offset: 0 }], 32).length).toBe(46 + 1 + 22);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlobShape } from '#core/weight-files/read-caffemodel';

function shapeOf(bytes: Uint8Array): ReturnType<typeof readBlobShape> {
  return readBlobShape(bytes.length, async (start, end) => bytes.subarray(start, end));
}

test('reads the four old fields, before the values', async () => {
  expect(await shapeOf(Uint8Array.of(0x08, 1, 0x10, 3, 0x18, 0x80, 2, 0x20, 0x80, 2, 0x2a, 0xff))).toEqual([
    1, 3, 256, 256,
  ]);
});

test('reads a shape after packed values', async () => {
  const values = [0x2a, 8, 0, 0, 0, 0, 0, 0, 0, 0];
  expect(await shapeOf(Uint8Array.of(...values, 0x3a, 4, 0x0a, 2, 3, 7))).toEqual([3, 7]);
  expect(await shapeOf(Uint8Array.of(...values, 0x3a, 4, 0x08, 3, 0x08, 7))).toEqual([3, 7]);
});

test('reads a shape after unpacked values', async () => {
  expect(await shapeOf(Uint8Array.of(0x2d, 0, 0, 0, 0, 0x3a, 3, 0x0a, 1, 9))).toEqual([9]);
});

test('prefers the old fields to the shape', async () => {
  expect(await shapeOf(Uint8Array.of(0x10, 3, 0x3a, 3, 0x0a, 1, 9))).toEqual([0, 3, 0, 0]);
});

test('returns undefined if there is neither', async () => {
  expect(await shapeOf(Uint8Array.of())).toBeUndefined();
  expect(await shapeOf(new TextEncoder().encode('name: "no mean file"'))).toBeUndefined();
});

test('terminates for any bytes', async () => {
  const dims = fc.uint8Array({ maxLength: 8 }).map((tail) => Uint8Array.of(0x3a, tail.length + 2, 0x0a, 100, ...tail));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 64 }), dims), async (bytes) => {
      const shape = await shapeOf(bytes);
      expect(shape === undefined || shape.every((dim) => dim >= 0)).toBe(true);
    }),
  );
});

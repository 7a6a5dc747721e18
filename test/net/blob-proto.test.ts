import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOfBlobProto } from '#core/net/blob-proto';

test('the four old fields, before the values', () => {
  expect(shapeOfBlobProto(Uint8Array.of(0x08, 1, 0x10, 3, 0x18, 0x80, 2, 0x20, 0x80, 2, 0x2a, 0xff))).toEqual([
    1, 3, 256, 256,
  ]);
});

test('a shape after packed values', () => {
  const values = [0x2a, 8, 0, 0, 0, 0, 0, 0, 0, 0];
  expect(shapeOfBlobProto(Uint8Array.of(...values, 0x3a, 4, 0x0a, 2, 3, 7))).toEqual([3, 7]);
  expect(shapeOfBlobProto(Uint8Array.of(...values, 0x3a, 4, 0x08, 3, 0x08, 7))).toEqual([3, 7]);
});

test('a shape after values that are not packed', () => {
  expect(shapeOfBlobProto(Uint8Array.of(0x2d, 0, 0, 0, 0, 0x3a, 3, 0x0a, 1, 9))).toEqual([9]);
});

test('the old fields win over the shape', () => {
  expect(shapeOfBlobProto(Uint8Array.of(0x10, 3, 0x3a, 3, 0x0a, 1, 9))).toEqual([0, 3, 0, 0]);
});

test('nothing in it, nothing known', () => {
  expect(shapeOfBlobProto(Uint8Array.of())).toBeUndefined();
  expect(shapeOfBlobProto(new TextEncoder().encode('name: "no mean file"'))).toBeUndefined();
});

test('any bytes come to an end', () => {
  const dims = fc.uint8Array({ maxLength: 8 }).map((tail) => Uint8Array.of(0x3a, tail.length + 2, 0x0a, 100, ...tail));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 64 }), dims), (bytes) => {
      const shape = shapeOfBlobProto(bytes);
      expect(shape === undefined || shape.every((dim) => dim >= 0)).toBe(true);
    }),
  );
});

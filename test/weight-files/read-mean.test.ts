/** Mean files as Caffe reads them, and what it rejects in them: Blob::Reshape and Blob::FromProto (blob.cpp). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMean, type MeanFile } from '#core/weight-files/read-mean';
import { bytesField, floatField, intField, joined } from '#core/wire';

function read(bytes: Uint8Array): Promise<MeanFile> {
  return readMean(bytes.length, async (start, end) => bytes.subarray(start, end));
}

async function shapeOf(...bytes: readonly number[]): Promise<readonly number[] | string> {
  const mean = await read(Uint8Array.from(bytes));
  return mean.kind === 'mean' ? mean.blob.shape : mean.code;
}

const dims = (...all: readonly number[]): readonly number[] => [0x3a, all.length + 2, 0x0a, all.length, ...all];
const packed = (count: number): readonly number[] => [0x2a, 4 * count, ...new Array<number>(4 * count).fill(0)];
const unpacked = (count: number): readonly number[] => new Array(count).fill([0x2d, 0, 0, 0x80, 0x3f]).flat();
/** -1 as int64. */
const minusOne = [...new Array<number>(9).fill(0xff), 1];

test.each([
  ['the four old fields', [0x08, 1, 0x10, 3, 0x18, 2, 0x20, 1, ...packed(6)], [1, 3, 2, 1]],
  ['a shape after packed values', [...packed(6), ...dims(3, 2)], [3, 2]],
  ['unpacked dimensions', [...packed(6), 0x3a, 4, 0x08, 3, 0x08, 2], [3, 2]],
  ['a shape that is merged from two', [...dims(3), ...packed(6), ...dims(2)], [3, 2]],
  ['unpacked values', [...unpacked(3), ...dims(3)], [3]],
  ['packed and unpacked values', [...packed(2), ...unpacked(2), ...packed(1), ...dims(5)], [5]],
  ['doubles before floats', [...packed(2), 0x41, 0, 0, 0, 0, 0, 0, 0, 0, ...dims(1)], [1]],
  ['old fields before the shape', [0x10, 3, ...dims(9)], [0, 3, 0, 0]],
  ['2³² + 3 as 3', [0x3a, 7, 0x0a, 5, 0x83, 0x80, 0x80, 0x80, 0x10, ...packed(3)], [3]],
  ['values of another wire type as unknown', [0x28, 7, ...dims(1), ...packed(1)], [1]],
  ['groups, which are unknown', [0x93, 0x01, 0x0b, 0x0c, 0x94, 0x01, ...dims(1), ...packed(1)], [1]],
  ['no axes', packed(1), []],
])('reads %s', async (_, bytes, shape) => {
  expect(await shapeOf(...bytes)).toEqual(shape);
});

test.each([
  ['an empty file', [], 'EEMPTY'],
  ['a net', [...new TextEncoder().encode('name: "no mean file"')], 'ENOTBLOB'],
  ['a message without a blob', [0x93, 0x01, 0x94, 0x01], 'ENOTBLOB'],
  ['a length beyond the file', [0x08, 1, 0x10, 3, 0x2a, 0xff, 0xff, 0x3f], 'ECUTOFF'],
  ['packed values that end within a value', [0x2a, 3, 0, 0, 0, ...dims(1)], 'ENOTBLOB'],
  ['a group without an end', [...dims(0), 0x93, 0x01, 0x08, 1], 'ENOTBLOB'],
  ['an end without a group', [...dims(0), 0x94, 0x01], 'ENOTBLOB'],
  ['a group that another field ends', [...dims(0), 0x93, 0x01, 0x9c, 0x01], 'ENOTBLOB'],
  ['a tag of 0', [...dims(1), 0, 0], 'ENOTBLOB'],
  ['too few values', [...dims(3), ...packed(2)], 'EVALUES'],
  ['too many values', [...dims(3), ...unpacked(4)], 'EVALUES'],
  ['a negative dimension', [0x3a, 12, 0x0a, 10, ...minusOne, ...packed(1)], 'ENEGATIVE'],
  ['a negative old dimension', [0x08, ...minusOne, ...packed(1)], 'ENEGATIVE'],
  ['33 axes', [...dims(...new Array<number>(33).fill(1)), ...packed(1)], 'EAXES'],
])('does not use %s', async (_, bytes, code) => {
  expect(await shapeOf(...bytes)).toBe(code);
});

test('reads 32 axes', async () => {
  expect(await shapeOf(...dims(...new Array<number>(32).fill(1)), ...packed(1))).toHaveLength(32);
});

test('keeps no more of a million axes, or of a million unpacked values, than it needs', async () => {
  const million = 1_000_000;
  const shape = joined(bytesField<never>(7, bytesField(1, [new Uint8Array(million).fill(1)])));
  expect(await read(shape)).toEqual({ kind: 'unfit', code: 'EAXES', args: { limit: 32 } });
  const value = floatField(5, 1);
  const values = new Uint8Array(million * value.length).map((_, i) => value[i % value.length] as number);
  const mean = await read(joined([values, ...bytesField(7, [intField(1, million)])]));
  expect(mean).toMatchObject({
    kind: 'mean',
    blob: { count: million, ranges: [{ start: 0, end: values.length, tag: 1 }] },
  });
});

test('ends at a limit where fields that are not values have no end', async () => {
  const fields = new Uint8Array(1 << 20).map((_, i) => (i % 2 === 0 ? 0x50 : 1));
  expect(await read(fields)).toMatchObject({ kind: 'unfit', code: 'EFIELDS' });
});

test('gives a mean or a reason for any bytes', async () => {
  const tail = fc
    .uint8Array({ maxLength: 8 })
    .map((bytes) => Uint8Array.of(0x3a, bytes.length + 2, 0x0a, 100, ...bytes));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 64 }), tail), async (bytes) => {
      const mean = await read(bytes);
      expect(mean.kind === 'unfit' || mean.blob.shape.every((dim) => dim >= 0)).toBe(true);
    }),
  );
});

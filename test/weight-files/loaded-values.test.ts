/** Values of a blob in a weights file, read by ranges. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import { loadedRegion, tallyLoaded } from '#core/weight-files/loaded-values';
import type { ReadRange } from '#core/weight-files/binary-fields';
import type { ModelBlob } from '#core/weight-files/read-blob';
import { readModel } from '#core/weight-files/read-caffemodel';

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
const NetParameter = root.lookupType('caffe.NetParameter');
const data = Array.from({ length: 60 }, (_, i) => i - 20);

async function blobOf(blob: object): Promise<{ readonly blob: ModelBlob; readonly read: ReadRange }> {
  const layer = [{ name: 'a', blobs: [{ shape: { dim: [6, 10] }, ...blob }] }];
  const bytes = NetParameter.encode(NetParameter.fromObject({ layer })).finish();
  // As from a file: the parts begin anywhere in their buffer.
  const read: ReadRange = async (start, end) => Buffer.concat([Buffer.of(0), bytes.subarray(start, end)]).subarray(1);
  const model = await readModel('a', bytes.length, read);
  const found = model.kind === 'model' ? model.layers[0]?.blobs[0] : undefined;
  if (!found) throw new Error('no blob');
  return { blob: found, read };
}

describe.each([
  ['float32', { data }],
  ['float64', { double_data: data }],
])('of %s', (_, values) => {
  test('has figures of all values', async () => {
    const { blob, read } = await blobOf(values);
    const { statistics, counts } = await tallyLoaded(blob, { from: -20, to: 40, bins: 6, zeros: 'count' }, read);
    expect(statistics).toMatchObject({ count: 60, mean: 9.5, min: -20, max: 39, zeros: 1 / 60 });
    expect([...counts]).toEqual([10, 10, 10, 10, 10, 10]);
  });

  test.each([
    ['one run', { start: 3, rows: 1, width: 4, stride: 0 }, [3, 4, 5, 6]],
    ['columns', { start: 2, rows: 3, width: 2, stride: 10 }, [2, 3, 12, 13, 22, 23]],
    ['runs far apart', { start: 0, rows: 2, width: 1, stride: 59 }, [0, 59]],
    ['the end', { start: 58, rows: 1, width: 4, stride: 0 }, [58, 59, 20, 20]],
  ])('has %s', async (_name, region, indices) => {
    const { blob, read } = await blobOf(values);
    expect([...(await loadedRegion(blob, region, read))]).toEqual(indices.map((i) => i - 20));
  });
});

test('reads values that are in several ranges', async () => {
  const { blob, read } = await blobOf({ data });
  const [{ start, end, tag } = { start: 0, end: 0, tag: 0 }] = blob.ranges;
  const middle = start + 4 * 7;
  const parted = {
    ...blob,
    ranges: [
      { start, end: middle, tag },
      { start: middle, end, tag },
    ],
  };
  expect([...(await loadedRegion(parted, { start: 5, rows: 1, width: 4, stride: 0 }, read))]).toEqual([
    -15, -14, -13, -12,
  ]);
});

test('reads runs that are far apart on their own', async () => {
  const far = 1 << 20;
  const reads: number[] = [];
  const blob = {
    shape: [2, far],
    isLegacy: false,
    count: 2 * far,
    ranges: [{ start: 0, end: 8 * far, tag: 0 }],
    isDouble: false,
  };
  const read: ReadRange = async (start, end) => {
    reads.push(end - start);
    return new Uint8Array(end - start);
  };
  await loadedRegion(blob, { start: 0, rows: 2, width: 3, stride: far }, read);
  expect(reads).toEqual([12, 12]);
});

test('reads values that have a tag each', async () => {
  const bytes = new Uint8Array(5 * 6);
  for (let i = 0; i < 6; i++) new DataView(bytes.buffer).setFloat32(5 * i + 1, i, true);
  const ranges = [{ start: 0, end: bytes.length, tag: 1 }];
  const blob = { shape: [6], isLegacy: false, count: 6, ranges, isDouble: false };
  const read: ReadRange = async (start, end) => bytes.slice(start, end);
  expect([...(await loadedRegion(blob, { start: 2, rows: 1, width: 3, stride: 0 }, read))]).toEqual([2, 3, 4]);
});

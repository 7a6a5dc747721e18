/** `run --input` with images: channels, crop, mean and scale as Caffe's data layers apply them. */
import { encode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { bytesField, intField, joined } from '#core/wire';
import { objects, shell } from './shell';

/** 4 × 4, red 10 · y, green 100 + x, blue 200. */
const pixels = Uint8Array.from({ length: 48 }, (_, i) => {
  const [place, channel] = [Math.floor(i / 3), i % 3];
  return [10 * Math.floor(place / 4), 100 + (place % 4), 200][channel] ?? 0;
});
const png = encode({ width: 4, height: 4, channels: 3, depth: 8, data: pixels });
interface Found {
  readonly x: readonly number[];
  readonly shape: readonly number[];
}

async function run(text: string, files: Readonly<Record<string, Uint8Array>>, datum = '3x4x4'): Promise<Found> {
  const { out, err } = await shell(`run --format json --datum ${datum} --phase TEST --input x.png net.prototxt`, {
    files: { 'net.prototxt': text, ...files },
  });
  if (out === '') throw new Error(err);
  const [object] = objects(out) as unknown as readonly {
    readonly layers: readonly {
      readonly tops: readonly {
        readonly blob: string;
        readonly at: readonly number[];
        readonly shape: readonly number[];
      }[];
    }[];
  }[];
  const top = object?.layers.flatMap(({ tops }) => tops).find(({ blob }) => blob === 'y');
  return { x: top?.at ?? [], shape: top?.shape ?? [] };
}

const data = (transform: string): string => `
layer { name: "image" type: "Data" top: "x" top: "label" transform_param { ${transform} } data_param { source: "db" batch_size: 1 backend: LMDB } }
layer { name: "out" type: "Power" bottom: "x" top: "y" }
`;

describe('a PNG', () => {
  test('is blue, green, red, cut in its middle, less the mean, scaled', async () => {
    const { x, shape } = await run(data('crop_size: 2 scale: 0.5 mean_value: 100 mean_value: 50 mean_value: 1'), {
      'x.png': png,
    });
    expect(shape).toEqual([1, 3, 2, 2]);
    expect(x).toEqual([50, 50, 50, 50, 25.5, 26, 25.5, 26, 4.5, 4.5, 9.5, 9.5]);
  });

  test('less a mean file, which is as large as the image', async () => {
    const values = Float32Array.from({ length: 48 }, (_, i) => i);
    const mean = joined([
      intField(1, 1),
      intField(2, 3),
      intField(3, 4),
      intField(4, 4),
      ...bytesField<never>(5, [new Uint8Array(values.buffer)]),
    ]);
    const { x } = await run(data('crop_size: 2 mean_file: "m.binaryproto"'), { 'x.png': png, 'm.binaryproto': mean });
    expect(x.slice(0, 5)).toEqual([200 - 5, 200 - 6, 200 - 9, 200 - 10, 101 - 21]);
  });

  test('in grey fills all channels', async () => {
    const grey = encode({ width: 4, height: 4, channels: 1, depth: 8, data: new Uint8Array(16).fill(7) });
    expect((await run(data('crop_size: 1'), { 'x.png': grey })).x).toEqual([7, 7, 7]);
  });

  test('of 16 bits counts by its upper 8, and transparency not at all', async () => {
    const deep = encode({ width: 4, height: 4, channels: 4, depth: 16, data: new Uint16Array(64).fill(0x12ff) });
    expect((await run(data('crop_size: 1'), { 'x.png': deep })).x).toEqual([0x12, 0x12, 0x12]);
  });
});

test.each([
  ['of another size', png, '3x8x8', '', 'x.png is 4×4 with 3 channels, which fits no input'],
  ['that is damaged', png.subarray(0, 60), '3x4x4', '', 'cannot use x.png as input'],
  ['that is a damaged JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4), '3x4x4', '', 'the JPEG is damaged'],
  [
    'whose mean file is missing',
    png,
    '3x4x4',
    'mean_file: "none.binaryproto"',
    'none.binaryproto cannot be read: there is no such file',
  ],
  [
    'whose mean file is none',
    png,
    '3x4x4',
    'mean_file: "x.png"',
    "x.png cannot be read: it has no blob in protobuf's binary format",
  ],
])('an image %s says so', async (_, bytes, datum, transform, message) => {
  await expect(run(data(transform), { 'x.png': bytes }, datum)).rejects.toThrow(message);
});

/** A grey JPEG of 8 × 8 pixels that are all 200: its one coefficient is (200 − 128) · 8, of 10 bits, and each table has one code. */
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xdb, 0, 67, 0, ...new Array<number>(64).fill(1)],
  ...[0xff, 0xc0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0],
  ...[0xff, 0xc4, 0, 20, 0x00, 1, ...new Array<number>(15).fill(0), 10],
  ...[0xff, 0xc4, 0, 20, 0x10, 1, ...new Array<number>(15).fill(0), 0],
  ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0b01001000, 0b00001111, 0xff, 0xd9],
]);

test('a JPEG', async () => {
  expect((await run(data('crop_size: 1'), { 'x.png': jpeg }, '3x8x8')).x).toEqual([200, 200, 200]);
});

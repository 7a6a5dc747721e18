/** Reading models that protobufjs writes by the schema, in ranges; and files that are not models. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import { readModel, type Model } from '#core/weight-files/read-caffemodel';
import { modelValues } from '#core/weight-files/read-caffemodel-values';
import { bytesField, floatField, intField, joined, textField, varint, type Piece } from '#core/wire';

const root = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true }).root;
const NetParameter = root.lookupType('caffe.NetParameter');

const encode = (net: object): Uint8Array => NetParameter.encode(NetParameter.fromObject(net)).finish();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(bytes: Uint8Array, seen: (start: number, end: number) => void = () => undefined): Promise<Model> {
  return readModel('m.caffemodel', bytes.length, async (start, end) => {
    seen(start, end);
    return bytes.slice(start, end);
  });
}

/** Without the positions of values, which the tests of `modelValues` read. */
async function shapesOf(bytes: Uint8Array): Promise<unknown> {
  const model = await read(bytes);
  if (model.kind === 'problem') return model;
  const layers = model.layers.map(({ name, blobs }) => ({
    name,
    blobs: blobs.map(({ shape, isLegacy, count }) => ({ shape, isLegacy, count })),
  }));
  return { kind: 'model', layers };
}

describe('a model', () => {
  test('in the current format', async () => {
    const layer = [
      { name: 'data', type: 'Input', top: ['data'] },
      {
        name: 'conv/1×1',
        type: 'Convolution',
        blobs: [
          { shape: { dim: [2, 3, 1, 1] }, data: [1, 2, 3, 4, 5, 6] },
          { shape: { dim: [2] }, data: [0, 0] },
        ],
      },
      { name: 'scalar', type: 'Scale', blobs: [{ shape: { dim: [] }, data: [1] }] },
      { name: 'doubles', type: 'Scale', blobs: [{ shape: { dim: [3] }, double_data: [1, 2, 3], diff: [1, 2, 3] }] },
    ];
    expect(await shapesOf(encode({ name: 'net', input: ['x'], layer }))).toEqual({
      kind: 'model',
      layers: [
        { name: 'data', blobs: [] },
        {
          name: 'conv/1×1',
          blobs: [
            { shape: [2, 3, 1, 1], isLegacy: false, count: 6 },
            { shape: [2], isLegacy: false, count: 2 },
          ],
        },
        { name: 'scalar', blobs: [{ shape: [], isLegacy: false, count: 1 }] },
        { name: 'doubles', blobs: [{ shape: [3], isLegacy: false, count: 3 }] },
      ],
    });
  });

  test('with V1 layers, and with V0 layers within them', async () => {
    const blobs = [{ num: 1, channels: 1, height: 2, width: 3, data: [1, 2, 3, 4, 5, 6] }];
    const layers = [{ name: 'one', type: 4, blobs }, { layer: { name: 'zero', type: 'conv', blobs } }];
    const blob = { shape: [1, 1, 2, 3], isLegacy: true, count: 6 };
    expect(await shapesOf(encode({ layers }))).toEqual({
      kind: 'model',
      layers: [
        { name: 'one', blobs: [blob] },
        { name: 'zero', blobs: [blob] },
      ],
    });
  });

  test.each<[string, object, readonly string[]]>([
    [
      'current',
      { layer: [{ name: 'a', type: 'Convolution' }, { name: 'b', type: 'Own' }, { name: 'c' }] },
      ['Convolution', 'Own', ''],
    ],
    ['V1', { layers: [{ name: 'a', type: 4 }, { name: 'b', type: 0 }, { name: 'c' }] }, ['Convolution', '', '']],
    [
      'V0',
      { layers: [{ layer: { name: 'a', type: 'innerproduct' } }, { layer: { type: 'own' } }] },
      ['InnerProduct', 'own'],
    ],
  ])('with the types of %s layers in the current format', async (_, net, types) => {
    const model = await read(encode(net));
    expect(model.kind === 'model' && model.layers.map(({ type }) => type)).toEqual(types);
  });

  test('with a type that only a fork has in V1', async () => {
    const layers = joined(bytesField(2, [intField(5, 99)]));
    expect(await read(layers)).toMatchObject({ layers: [{ type: '#99' }] });
  });

  test('with unpacked lists', async () => {
    // BlobProto { shape { dim: 2 } data: 1 data: 2 }, with a tag before each item.
    const blob = [0x3a, 2, 0x08, 2, 0x2d, 0, 0, 0x80, 0x3f, 0x2d, 0, 0, 0, 0x40];
    const layer = [0x0a, 1, 97, 0x3a, blob.length, ...blob];
    expect(await shapesOf(Uint8Array.from([0xa2, 0x06, layer.length, ...layer]))).toEqual({
      kind: 'model',
      layers: [{ name: 'a', blobs: [{ shape: [2], isLegacy: false, count: 2 }] }],
    });
  });

  test('is read without its values', async () => {
    const blobs = [{ shape: { dim: [1000, 1000] }, data: new Array<number>(1_000_000).fill(1) }];
    const bytes = encode({
      layer: [
        { name: 'a', blobs },
        { name: 'b', blobs },
      ],
    });
    let sum = 0;
    const model = await read(bytes, (start, end) => (sum += end - start));
    expect(model).toMatchObject({ layers: [{ name: 'a', blobs: [{ count: 1_000_000 }] }, { name: 'b' }] });
    expect(sum).toBeLessThan(bytes.length / 50);
  });
});

type Pieces = readonly Piece<never>[];
const repeated = (pieces: Pieces, times: number): Uint8Array => {
  const one = joined(pieces);
  const all = new Uint8Array(one.length * times);
  for (let i = 0; i < times; i++) all.set(one, i * one.length);
  return all;
};
const layerOf = (...pieces: Pieces): Pieces => bytesField(100, pieces);
const blobOf = (...pieces: Pieces): Uint8Array => joined(layerOf(...textField(1, 'a'), ...bytesField(7, pieces)));
/** -1 as int64, as a field. */
const minusOne = (number: number): Uint8Array =>
  Uint8Array.from([...varint(number * 8), ...new Array<number>(9).fill(0xff), 1]);
/** A field's tag, and a length without what has it. */
const bare = (number: number, length: number): Uint8Array =>
  Uint8Array.from([...varint(number * 8 + 2), ...varint(length)]);

describe('what no program writes', () => {
  test('is read as Caffe reads it', async () => {
    const value = floatField(5, 2);
    const packed = bytesField(5, [Uint8Array.of(0, 0, 0x80, 0x3f)]);
    const bytes = blobOf(
      ...packed,
      value,
      value,
      minusOne(30),
      ...packed,
      ...bytesField(7, [minusOne(1), intField(1, 3)]),
    );
    const found = await read(bytes);
    if (found.kind === 'problem') throw new Error(found.problem.code);
    const [blob] = found.layers[0]?.blobs ?? [];
    expect(blob).toMatchObject({ shape: [-1, 3], count: 4, isLegacy: false });
    const values: number[] = [];
    if (blob)
      for await (const part of modelValues(blob, async (start, end) => bytes.slice(start, end)))
        values.push(...new Float32Array(part.slice().buffer));
    expect(values).toEqual([1, 2, 2, 1]);
  });

  test.each<[string, Uint8Array, object]>([
    ['33 axes', blobOf(...bytesField(7, [repeated([intField(1, 1)], 33)])), { shape: new Array<number>(33).fill(1) }],
    [
      'a million axes',
      blobOf(...bytesField(7, bytesField(1, [new Uint8Array(1_000_000).fill(1)]))),
      { shape: new Array<number>(33).fill(1) },
    ],
    ['negative old dimensions', blobOf(minusOne(1), intField(2, 3)), { shape: [-1, 3, 0, 0], isLegacy: true }],
    ['2³² + 2', blobOf(...bytesField(7, [intField(1, 2 ** 32 + 2)])), { shape: [2] }],
    ['no values', blobOf(...bytesField(5, [])), { shape: [], count: 0 }],
    [
      'a million values with a tag each',
      blobOf(repeated([floatField(5, 1)], 1_000_000), ...bytesField(7, [intField(1, 1_000_000)])),
      { shape: [1_000_000], count: 1_000_000 },
    ],
    [
      'a group, which is unknown',
      blobOf(Uint8Array.of(0x93, 0x01, 0x08, 7, 0x94, 0x01), intField(1, 1)),
      { isLegacy: true },
    ],
  ])('%s', async (_, bytes, blob) => {
    expect(await read(bytes)).toMatchObject({ kind: 'model', layers: [{ name: 'a', blobs: [blob] }] });
  });

  const deep = (depth: number): Uint8Array =>
    joined([
      ...layerOf(...textField(1, 'a')),
      repeated([Uint8Array.of(0x93, 0x01)], depth),
      repeated([Uint8Array.of(0x94, 0x01)], depth),
    ]);
  test('groups within groups, as deep as protobuf', async () => {
    expect((await read(deep(100))).kind).toBe('model');
    expect(await read(deep(101))).toMatchObject({ problem: { code: 'weights/model-damaged' } });
  });

  test.each<[string, Uint8Array, string]>([
    ['a layer longer than the file', joined([...textField(1, 'net'), bare(100, 1 << 30)]), 'weights/model-cut-off'],
    [
      'a length of 70 bits',
      joined([bare(100, 0).subarray(0, 2), new Uint8Array(9).fill(0xff), Uint8Array.of(127)]),
      'weights/model-cut-off',
    ],
    ['a blob longer than its layer', joined(layerOf(...textField(1, 'a'), bare(7, 1000))), 'weights/model-damaged'],
    ['a name longer than its layer', joined(layerOf(bare(1, 1 << 30))), 'weights/model-damaged'],
    ['values that end within a value', blobOf(...bytesField(5, [new Uint8Array(6)])), 'weights/model-damaged'],
    [
      'a dimension without an end',
      blobOf(...bytesField(7, bytesField(1, [Uint8Array.of(0x80)]))),
      'weights/model-damaged',
    ],
    ['a name of 64 kB', joined(layerOf(...textField(1, 'a'.repeat(1 << 16)))), 'model'],
    ['a longer one', joined(layerOf(...textField(1, 'a'.repeat((1 << 16) + 1)))), 'weights/model-long-names'],
    ['32 MB of names', repeated(layerOf(...textField(1, 'a'.repeat(1 << 16))), 513), 'weights/model-long-names'],
    ['100,000 empty layers', repeated(layerOf(), 100_000), 'model'],
    ['a V1 layer with 100,000 V0 layers', joined(bytesField(2, [repeated(bytesField(1, []), 100_000)])), 'model'],
  ])('%s', async (_, bytes, code) => {
    const found = await read(bytes);
    expect(found.kind === 'problem' ? found.problem.code : found.kind).toBe(code);
  });

  test('more bytes than Caffe reads', async () => {
    const nothing = async (): Promise<Uint8Array> => new Uint8Array();
    expect(await readModel('m', 2 ** 31, nothing)).toMatchObject({ problem: { code: 'weights/model-over-limit' } });
  });
});

test('takes as many reads for values with a tag each as their size needs', async () => {
  const bytes = blobOf(repeated([floatField(5, 1)], 1_000_000));
  let reads = 0;
  let longest = 0;
  await read(bytes, (start, end) => {
    reads++;
    longest = Math.max(longest, end - start);
  });
  expect(longest).toBeLessThanOrEqual(1 << 18);
  expect(reads).toBeLessThan(5 + bytes.length / 100_000);
});

const model = encode({
  name: 'net',
  layer: [{ name: 'a', type: 'Scale', blobs: [{ shape: { dim: [3] }, data: [1, 2, 3] }] }],
});

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'weights/model-empty'],
  ['HDF5', Uint8Array.from([0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10, 0, 0]), 'weights/model-hdf5'],
  [
    'a pointer of Git LFS',
    bytesOf('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 553432081\n'),
    'weights/model-pointer',
  ],
  ['a net in text', bytesOf('name: "net" layer { name: "a" type: "Input" }'), 'weights/not-a-model'],
  ['a web page', bytesOf('<!DOCTYPE html><html><body>404</body></html>'), 'weights/not-a-model'],
  ['an archive', bytesOf('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaaa'), 'weights/not-a-model'],
  [
    'a mean file',
    root
      .lookupType('caffe.BlobProto')
      .encode({ num: 1, channels: 3, height: 2, width: 2, data: new Array<number>(12).fill(0) })
      .finish(),
    'weights/not-a-model',
  ],
  [
    "a solver's state",
    root.lookupType('caffe.SolverState').encode({ iter: 100, learned_net: 'a.caffemodel' }).finish(),
    'weights/not-a-model',
  ],
  ['a model cut off in its values', model.subarray(0, model.length - 3), 'weights/model-cut-off'],
  ['a model cut off in a length', model.subarray(0, 8), 'weights/model-cut-off'],
])('reports %s as what it is', async (_, bytes, code) => {
  expect(await read(bytes)).toMatchObject({ kind: 'problem', problem: { code, args: { path: 'm.caffemodel' } } });
});

test('gives a model or a problem for any bytes', async () => {
  const changed = fc.tuple(fc.nat(model.length - 1), fc.nat(255)).map(([at, byte]) => model.with(at, byte));
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, fc.uint8Array({ maxLength: 200 })), async (bytes) => {
      expect(['model', 'problem']).toContain((await read(bytes)).kind);
    }),
    { numRuns: 500 },
  );
});

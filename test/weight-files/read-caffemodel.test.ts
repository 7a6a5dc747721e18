/** Reading models that protobufjs writes by the schema, in ranges; and files that are not models. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import { readModel, type Model } from '#core/weight-files/read-caffemodel';

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

/** A model as a `.npz`, whose entries are read by their headers. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { expect, test } from 'vitest';
import { arrayNames } from '#core/weight-files/array-names';
import { modelNpz } from '#core/weight-files/model-npz';
import { readModel } from '#core/weight-files/read-caffemodel';

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
const NetParameter = root.lookupType('caffe.NetParameter');

async function npzOf(net: object): Promise<Uint8Array> {
  const bytes = NetParameter.encode(NetParameter.fromObject(net)).finish();
  const read = async (start: number, end: number): Promise<Uint8Array> => bytes.slice(start, end);
  const model = await readModel('m', bytes.length, read);
  if (model.kind === 'problem') throw new Error(model.problem.code);
  const file = modelNpz(model.layers, read);
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.chunks()) chunks.push(chunk.slice());
  const made = new Uint8Array(Buffer.concat(chunks));
  expect(made.length).toBe(file.size);
  return made;
}

/** Of an archive of stored files without extra fields: names, shapes as written, values. */
function entriesOf(bytes: Uint8Array): readonly (readonly [string, string, readonly number[]])[] {
  const view = new DataView(bytes.buffer);
  const text = (start: number, end: number): string => new TextDecoder().decode(bytes.subarray(start, end));
  const entries: (readonly [string, string, readonly number[]])[] = [];
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const size = view.getUint32(at + 18, true);
    const content = at + 30 + view.getUint16(at + 26, true);
    const values = content + 10 + view.getUint16(content + 8, true);
    const shape = /'shape': \((.*?)\)/.exec(text(content, values))?.[1] ?? '';
    entries.push([text(at + 30, content), shape, [...new Float32Array(bytes.slice(values, content + size).buffer)]]);
    at = content + size;
  }
  return entries;
}

test('has every blob, with float32 for doubles', async () => {
  const layer = [
    {
      name: 'conv/a',
      blobs: [
        { shape: { dim: [2, 1] }, data: [1, 2] },
        { shape: { dim: [] }, double_data: [0.5] },
      ],
    },
    { name: 'relu' },
    { name: 'old', blobs: [{ num: 1, channels: 1, height: 1, width: 3, data: [4, 5, 6] }] },
  ];
  expect(entriesOf(await npzOf({ layer }))).toEqual([
    ['conv/a/0.npy', '2, 1', [1, 2]],
    ['conv/a/1.npy', '', [0.5]],
    ['old/0.npy', '1, 1, 1, 3', [4, 5, 6]],
  ]);
});

test('has values without a shape of their number as a list', async () => {
  const blobs = [
    { shape: { dim: [2, 2] }, data: [1, 2, 3] },
    { shape: { dim: [-1, -2] }, data: [1, 2] },
    { shape: { dim: new Array<number>(33).fill(1) }, data: [7] },
  ];
  expect(entriesOf(await npzOf({ layer: [{ name: 'a', blobs }] })).map(([, shape]) => shape)).toEqual([
    '3,',
    '2,',
    '1,',
  ]);
});

test.each([
  [
    ['a', 'a', 'a#2', 'a'],
    ['a', 'a#2', 'a#2#2', 'a#3'],
  ],
  [
    ['../../x', '/etc', 'a\\b', 'C:x', '', '.', 'a\u0000b', 'res2a/conv.1', 'a..b'],
    ['___/___/x', '_/etc', 'a_b', '_x', '_', '__', 'a_b#2', 'res2a/conv.1', 'a..b'],
  ],
  [['x'.repeat(9000)], ['x'.repeat(4096)]],
])('names arrays without leading out of a folder (%#)', (names, expected) => {
  const layers = names.map((name) => ({ name, blobs: [0] }));
  expect(arrayNames(layers).flat()).toEqual(expected.map((name) => `${name}/0`));
});

/** Weights files as their editor shows them: layers, statistics, parts of values, and the net beside them. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { afterEach, expect, test } from 'vitest';
import type { ModelBlob } from '#core/weight-files/read-blob';
import type { ModelAnswer, ModelNets, ModelStatistics, StatisticsAnswer } from '#protocol/model';
import { modelStatistics as some, type SomeStatistics } from '#protocol/notifications';
import type { LoadedFigures } from '#protocol/values';
import { modelStatistics } from '#server/features/model-editor';
import { floatsOf } from '#webview/values/loaded';
import { meanFile } from '../support/mean-file';
import { inProcess, inProcessOn, runtimeOf, type Session } from '../support/session';

let session: Session | undefined;
let talk: Session;
afterEach(async () => {
  await session?.end();
  session = undefined;
});

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
const NetParameter = root.lookupType('caffe.NetParameter');
const encoded = (net: object): Uint8Array => NetParameter.encode(NetParameter.fromObject(net)).finish();
const uri = 'file:///nets/w.caffemodel';
const model = encoded({
  layer: [
    { name: 'd', type: 'Input' },
    {
      name: 'one',
      type: 'InnerProduct',
      blobs: [
        { shape: { dim: [2, 4] }, data: [0, 1, 2, 3, NaN, 5, Infinity, 7] },
        { shape: { dim: [2] }, double_data: [0.5, -0.5] },
      ],
    },
    { name: 'two', type: 'InnerProduct', blobs: [{ shape: { dim: [9, 2] }, data: new Array<number>(18).fill(0) }] },
    { name: 'other\u0007', type: 'Own', blobs: [{ shape: { dim: [3] }, data: [1] }] },
  ],
});
const ip = (name: string, bottom: string, outputs: number): string =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: ${outputs} } }\n`;
const net = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 } } }\n${ip('one', 'd', 2)}${ip('two', 'one', 3)}${ip('three', 'two', 1)}`;

const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
  talk.client.sendRequest<Result>(`prototxt/model${method}`, { uri, ...params });

test('lists layers, and computes statistics of their values', async () => {
  talk = session = await inProcess({ [uri]: model });
  const answer = await ask<ModelAnswer>('');
  expect(answer).toMatchObject({
    kind: 'model',
    age: 'current',
    size: model.length,
    layers: [
      { name: 'd', type: 'Input', blobs: [] },
      {
        name: 'one',
        type: 'InnerProduct',
        blobs: [
          { shape: [2, 4], count: 8, fits: true, isDouble: false },
          { shape: [2], count: 2, fits: true, isDouble: true },
        ],
      },
      { name: 'two', blobs: [{ shape: [9, 2], count: 18, fits: true }] },
      { name: 'other\\x07', type: 'Own', blobs: [{ shape: [3], count: 1, fits: false }] },
    ],
  });
  const told: SomeStatistics[] = [];
  talk.client.onNotification(some, (params: SomeStatistics) => void told.push(params));
  expect(await ask<StatisticsAnswer>('/statistics', { from: 1 })).toEqual({ kind: 'done' });
  expect(told).toMatchObject([
    {
      uri,
      from: 1,
      share: 1,
      statistics: [{ mean: 0, std: 0.5, min: -0.5, max: 0.5 }, { count: 18, zeros: 1 }, { mean: 1 }],
    },
  ]);
  await ask('/statistics', { from: 0 });
  expect(told.at(-1)?.statistics[0]).toEqual({
    ...{ count: 6, mean: 3, std: Math.sqrt(34 / 6), min: 0, max: 7, zeros: 1 / 6 },
    ...{ nan: 1, infinite: 1 },
  });
});

test('sends a histogram and parts of the values of a blob', async () => {
  talk = session = await inProcess({ [uri]: model });
  const figures = await ask<LoadedFigures>('/figures', { blob: 0, from: 0, to: 8, bins: 2 });
  expect(figures).toMatchObject({ statistics: { count: 6 }, counts: [4, 2] });
  const part = { start: 2, rows: 1, width: 5, stride: 0 };
  expect([...floatsOf(await ask<string>('/values', { blob: 0, ...part }))]).toEqual([2, 3, NaN, 5, Infinity]);
  expect([...floatsOf(await ask<string>('/values', { blob: 1, ...part, start: 0, width: 2 }))]).toEqual([0.5, -0.5]);
  expect(await ask('/values', { blob: 9, ...part })).toBeNull();
  expect(await ask('/figures', { blob: -1, from: 0, to: 8, bins: 2 })).toBeNull();
  expect(await ask('/values', { blob: 0, ...part, rows: 1e9 })).toBeNull();
});

test('compares the file with the net beside it that shares most names', async () => {
  talk = session = await inProcess({
    [uri]: model,
    'file:///nets/a.prototxt': `name: "x"\n${ip('one', 'd', 2)}`,
    'file:///nets/net.prototxt': net,
    'file:///nets/other.prototxt': net.replaceAll('"one"', '"1"').replaceAll('"two"', '"2"'),
    'file:///elsewhere/deploy.prototxt': net.replace('num_output: 3', 'num_output: 9'),
  });
  const { beside, paired, isRestricted } = await ask<ModelNets>('/nets', { net: null });
  expect(isRestricted).toBe(false);
  expect(beside.map(({ name }) => name)).toEqual(['net.prototxt', 'a.prototxt']);
  expect(paired).toMatchObject({
    uri: 'file:///nets/net.prototxt',
    name: 'net.prototxt',
    state: 'TRAIN',
    layers: [
      { line: 0, pairing: null, blobs: [] },
      {
        line: 1,
        pairing: { kind: 'loaded' },
        blobs: [
          { role: 'weight', expected: [2, 4], fits: true },
          { role: 'bias', expected: [2], fits: true },
        ],
      },
      {
        line: 2,
        pairing: { kind: 'blob-count', found: 1, expected: 2 },
        blobs: [{ role: 'weight', expected: [3, 2], fits: false }],
      },
      null,
    ],
    missing: [{ name: 'three', line: 3 }],
  });
  const elsewhere = await ask<ModelNets>('/nets', { net: 'file:///elsewhere/deploy.prototxt' });
  expect(elsewhere.paired?.layers[2]?.blobs).toEqual([{ role: 'weight', expected: [9, 2], fits: true }]);
  expect((await ask<ModelNets>('/nets', { net: 'file:///nets/gone.prototxt' })).paired).toBeNull();
});

test('compares with the text of a net that is open, and prefers one that names the file', async () => {
  const a = 'file:///nets/a.prototxt';
  talk = session = await inProcess({ [uri]: model, [a]: '', 'file:///nets/net.prototxt': net });
  await talk.open(a, `# prototxt: weights w.caffemodel\n${ip('one', 'd', 2)}`);
  const { paired } = await ask<ModelNets>('/nets', { net: null });
  expect(paired).toMatchObject({ uri: a, layers: [null, { line: 1 }, null, null] });
  await talk.change(a, 2, `# prototxt: weights w.caffemodel\n\n${ip('one', 'd', 2)}`);
  expect((await ask<ModelNets>('/nets', { net: null })).paired?.layers[1]?.line).toBe(2);
});

test('reads the opened file and nothing else where the workspace is not trusted', async () => {
  const runtime = runtimeOf({ [uri]: model, 'file:///nets/net.prototxt': net });
  const read: string[] = [];
  const { files } = runtime;
  const watched = {
    ...files,
    read: (name: string, limit: number) => (read.push(name), files.read(name, limit)),
    readRange: (name: string, start: number, end: number) => (read.push(name), files.readRange(name, start, end)),
    list: (name: string) => (read.push(name), files.list(name)),
  };
  talk = session = await inProcessOn({ ...runtime, files: watched }, {}, { trusted: false }, 'file:///work');
  expect(await ask<ModelAnswer>('')).toMatchObject({ kind: 'model' });
  expect(await ask('/statistics', { from: 0 })).toEqual({ kind: 'done' });
  expect(await ask('/nets', { net: null })).toEqual({ beside: [], paired: null, isRestricted: true });
  expect(await ask('/nets', { net: 'file:///nets/net.prototxt' })).toMatchObject({ paired: null });
  expect(new Set(read)).toEqual(new Set([uri]));
});

test.each<[string, Uint8Array | string, object]>([
  ['a mean', meanFile(3, 2, 2), { kind: 'mean', layers: [{ name: '', blobs: [{ shape: [1, 3, 2, 2], count: 12 }] }] }],
  [
    'another file',
    'text',
    { kind: 'problem', message: "Cannot read x.binaryproto: it has no blob in protobuf's binary format." },
  ],
])('reads a mean file that is %s', async (_, bytes, expected) => {
  const mean = 'file:///nets/x.binaryproto';
  talk = session = await inProcess({ [mean]: bytes });
  expect(await ask('', { uri: mean })).toMatchObject(expected);
  expect(await ask('/nets', { uri: mean, net: null })).toMatchObject({ beside: [], paired: null });
});

const hdf5 = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a);
/** SolverState { iter: 5 learned_net: "a" history { data: 1 } }. */
const solverState = Uint8Array.of(8, 5, 18, 1, 97, 26, 6, 42, 4, 0, 0, 128, 63);

test.each<[string, Uint8Array | string, string]>([
  ['HDF5', hdf5, 'w.caffemodel is an HDF5 file, which cannot be read here.'],
  ['the state of a solver', solverState, 'w.caffemodel is not a .caffemodel'],
  ['text', net, 'w.caffemodel is not a .caffemodel'],
  ['nothing', '', 'w.caffemodel is empty.'],
])('says what a file is that holds %s', async (_, bytes, message) => {
  talk = session = await inProcess({ [uri]: bytes });
  const answer = await ask<ModelAnswer>('');
  expect(answer.kind === 'problem' && answer.message).toContain(message);
  expect(await ask('/statistics', { from: 0 })).toEqual({ kind: 'done' });
  expect(await ask('/figures', { blob: 0, from: 0, to: 1, bins: 2 })).toBeNull();
  expect(await ask('/export', { to: 'file:///x.npz' })).toMatchObject({ kind: 'problem' });
});

test('says why a file is not read: it is gone, or too large for the host', async () => {
  const runtime = runtimeOf({ [uri]: model });
  talk = session = await inProcessOn({ ...runtime, files: { ...runtime.files, largestFile: 10 } });
  expect(await ask('')).toMatchObject({ message: expect.stringContaining('at most 10 can be read here') as string });
  expect(await ask('', { uri: 'file:///nets/gone.caffemodel' })).toEqual({
    kind: 'problem',
    message: 'Cannot read gone.caffemodel: there is no such file.',
  });
});

const blob = (count: number): ModelBlob => ({
  shape: [count],
  isLegacy: false,
  count,
  ranges: [{ start: 0, end: 4 * count, tag: 0 }],
  isDouble: false,
});

test('tells its progress within a large blob, and ends soon after it is cancelled', async () => {
  const large = blob(6 << 22);
  const told: ModelStatistics[] = [];
  let reads = 0;
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    reads++;
    return new Uint8Array(end - start);
  };
  // As it is sent: what is told later is not seen.
  const tell = (found: ModelStatistics): void => void told.push(structuredClone(found));
  expect(await modelStatistics([large, blob(1)], 0, read, { tell, isCancelled: () => false })).toBe(true);
  expect(told.length).toBeGreaterThan(4);
  expect(told.flatMap(({ statistics }) => statistics).length).toBe(2);
  expect(told.map(({ share }) => share)).toEqual(told.map(({ share }) => share).toSorted((a, b) => a - b));
  reads = 0;
  told.length = 0;
  const options = { tell, isCancelled: () => reads >= 3 };
  expect(await modelStatistics([blob(1), large], 0, read, options)).toBe(false);
  expect(reads).toBe(3);
  expect(told.at(-1)).toMatchObject({ from: 0, statistics: [{ count: 1 }] });
});

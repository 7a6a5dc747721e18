/** A weights file to a `.npz`, through the server. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { afterEach, expect, test } from 'vitest';
import type { ModelExportAnswer } from '#protocol/requests';
import { inMemory } from '#server/in-memory';
import { meanFile } from '../support/mean-file';
import { inProcessOn, runtimeOf, type Session } from '../support/session';

let talk: Session;
afterEach(() => talk.end());

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
const NetParameter = root.lookupType('caffe.NetParameter');
const uri = 'file:///nets/w.caffemodel';

async function exported(
  from: string,
  bytes: Uint8Array,
): Promise<{ readonly answer: ModelExportAnswer; readonly file: Uint8Array | undefined }> {
  const runtime = runtimeOf({ [from]: bytes });
  let file: Uint8Array | undefined;
  const create = inMemory({ ...runtime.files, write: async (_, written) => void (file = written) });
  talk = await inProcessOn({ ...runtime, files: { ...runtime.files, create } });
  const params = { uri: from, to: 'file:///nets/out.npz' };
  return { answer: await talk.client.sendRequest<ModelExportAnswer>('prototxt/model/export', params), file };
}

test('writes all blobs, and counts those that become lists', async () => {
  const layer = [
    {
      name: 'a',
      blobs: [
        { shape: { dim: [2, 2] }, data: [1, 2, 3] },
        { shape: { dim: [2] }, data: [1, 2] },
      ],
    },
    { name: 'b' },
  ];
  const { answer, file } = await exported(uri, NetParameter.encode(NetParameter.fromObject({ layer })).finish());
  expect(answer).toEqual({ kind: 'written', blobs: 2, values: 5, lists: 1 });
  const text = Buffer.from(file ?? []).toString('latin1');
  expect([...text.matchAll(/a\/\d\.npy/g)].map(([name]) => name)).toEqual(['a/0.npy', 'a/1.npy', 'a/0.npy', 'a/1.npy']);
});

test('names the array of a mean file', async () => {
  const { file } = await exported('file:///nets/m.binaryproto', meanFile(3, 2, 2));
  expect(Buffer.from(file ?? []).toString('latin1')).toContain('mean/0.npy');
});

test('writes nothing where no layer has weights', async () => {
  const { answer, file } = await exported(
    uri,
    NetParameter.encode(NetParameter.fromObject({ layer: [{ name: 'a' }] })).finish(),
  );
  expect(answer).toEqual({ kind: 'problem', message: 'No layer of the file has weights; there is nothing to write.' });
  expect(file).toBeUndefined();
});

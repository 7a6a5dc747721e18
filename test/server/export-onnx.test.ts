/** Exports as ONNX through the server: whole, or not at all. */
import { afterEach, describe, expect, test } from 'vitest';
import type { OnnxAnswer } from '#protocol/requests';
import type { Session } from '../support/session';
import { current, endWorld, net, python, uri, world, type World } from '../support/run-world';

let talk: Session;
async function open(...given: Parameters<typeof world>): Promise<World> {
  const opened = await world(...given);
  talk = opened.session;
  return opened;
}
afterEach(endWorld);

describe('an export as ONNX', () => {
  const to = 'file:///nets/net.onnx';
  const exported = (more: object = {}): Promise<OnnxAnswer | null> =>
    talk.client.sendRequest<OnnxAnswer | null>('prototxt/onnx/export', {
      uri,
      to,
      weights: 'drawn',
      opset: 17,
      batch: null,
      ...more,
    });

  test('is whole, and checked by running it', async () => {
    const { written } = await open(net);
    const answer = await exported({ batch: 'symbolic' });
    expect(answer).toEqual({ kind: 'written', layers: 2, size: written.get(to)?.length, drawn: [], check: 'ran' });
  });

  test('lists the layers that have no operators, and writes nothing', async () => {
    const { written } = await open(python);
    expect(await exported()).toMatchObject({ kind: 'missing', layers: [expect.stringMatching(/^mine \(Python\): /)] });
    expect(written.size).toBe(0);
  });

  test('takes the weights of the file that the net starts from', async () => {
    const text = `# prototxt: weights w.caffemodel\n${net}`;
    const { written } = await open(text, { files: { 'file:///nets/w.caffemodel': current } });
    await talk.diagnostics(uri);
    expect(await talk.client.sendRequest('prototxt/onnx/choices', { uri })).toMatchObject({ model: 'w.caffemodel' });
    expect(await exported({ weights: 'model' })).toMatchObject({ kind: 'written', drawn: [] });
    const sevens = Buffer.from(Float32Array.from({ length: 12 }, () => 7).buffer);
    expect(Buffer.from(written.get(to) ?? []).includes(sevens)).toBe(true);
  });

  test('on a full disk says so', async () => {
    const { written } = await open(net, {}, Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    expect(await exported()).toMatchObject({ kind: 'problem', message: expect.stringContaining('full') as string });
    expect(written.size).toBe(0);
  });

  test('of more than 2 GiB is an error before anything is drawn', async () => {
    const { written } = await open(net.replace('num_output: 3', 'num_output: 200000000'));
    expect(await exported()).toMatchObject({
      kind: 'problem',
      message: expect.stringMatching(/^The ONNX file would have 4\d+ bytes/) as string,
    });
    expect(written.size).toBe(0);
  });
});

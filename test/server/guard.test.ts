/** The wrapper of every request. */
import { beforeEach, expect, test, vi } from 'vitest';
import { CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { crashed } from '#protocol/requests';
import { guard } from '#server/guard';
import type { Runtime } from '#server/runtime';
import { inProcessOn, runtimeOf } from '../support/session';

const log = { info: vi.fn(), error: vi.fn() };
beforeEach(() => log.error.mockClear());
const { token: cancelled } = (() => {
  const source = new CancellationTokenSource();
  source.cancel();
  return source;
})();

test('does not process a request that was cancelled before its turn', async () => {
  const answer = vi.fn();
  const failed = await guard('Hover', cancelled, log, answer);
  expect(failed).toBeInstanceOf(ResponseError);
  expect(failed).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(answer).not.toHaveBeenCalled();
});

test('answers a crash with an error, and logs its stack', async () => {
  const failed = await guard('Hover', CancellationToken.None, log, () => {
    throw new Error('a promise of ours was broken');
  });
  expect(failed).toMatchObject({ code: crashed, message: 'Hover failed: a promise of ours was broken' });
  expect(log.error).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^Hover failed: Error: .*\n +at .*guard/));
});

test('passes on an answer', async () => {
  expect(await guard('Hover', CancellationToken.None, log, () => Promise.resolve(3))).toBe(3);
});

test('reports a crash in a request to the client', async () => {
  const runtime: Runtime = {
    ...runtimeOf({}),
    log,
    engine: () => {
      throw new Error('no engine here');
    },
  };
  const { client, open, end } = await inProcessOn(runtime);
  const uri = 'file:///nets/net.prototxt';
  await open(uri, 'layer { name: "p" type: "Parameter" top: "p" parameter_param { shape { dim: 3 } } }');
  const asked = client.sendRequest('prototxt/weights/export', { uri, to: 'file:///nets/net.npz', format: 'npz' });
  await expect(asked).rejects.toMatchObject({ code: crashed, message: 'Export failed: no engine here' });
  expect(log.error).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/no engine here\n +at /));
  await end();
});

/** What the user is told of failures of the server. */
import { afterEach, expect, test } from 'vitest';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { crashed } from '#protocol/requests';
import { tellingFailures } from '../../client/failures';
import { errorMessages } from '../support/vscode';

const [goOn, shutdown] = [1, 2] as const;
const client = {
  createDefaultErrorHandler: () => ({
    error: (_error: Error, _message: unknown, count: number | undefined) => ({
      action: (count ?? 0) <= 3 ? goOn : shutdown,
    }),
    closed: () => ({ action: 2 as const }),
  }),
  outputChannel: { show: () => undefined },
};

afterEach(() => (errorMessages.length = 0));

/** Sends a request that the server answers with this error, by a client that lives as long as `told`. */
function sender(): (method: string, error: Error) => Promise<unknown> {
  const { middleware } = tellingFailures({}, () => client as never);
  return async (method, error) =>
    middleware?.sendRequest?.(method, {}, undefined, () => Promise.reject(error)).catch((thrown: unknown) => thrown);
}

test("tells of a crash in one of the editor's own requests once, and passes it on", async () => {
  const send = sender();
  const hover = new ResponseError(crashed, 'Hover failed: no such thing');
  expect(await send('textDocument/hover', hover)).toBe(hover);
  expect(await send('textDocument/hover', hover)).toBe(hover);
  await send('textDocument/inlayHint', new ResponseError(crashed, 'Inlay hints failed: no such thing'));
  expect(errorMessages).toEqual([
    'The Prototxt language server failed: Hover failed: no such thing. See the output for details.',
    'The Prototxt language server failed: Inlay hints failed: no such thing. See the output for details.',
  ]);
});

test('tells of each crash in what the user asked for', async () => {
  const send = sender();
  await send('prototxt/upgrade', new ResponseError(crashed, 'Upgrade failed: no such thing'));
  await send('prototxt/upgrade', new ResponseError(crashed, 'Upgrade failed: no such thing'));
  expect(errorMessages).toHaveLength(2);
});

test.each([
  ['came after shutdown', new ResponseError(ErrorCodes.InvalidRequest, 'textDocument/codeLens came after shutdown')],
  ['has lost its connection', new Error('Connection is disposed.')],
])('says nothing of a request that %s, e.g. during a restart', async (_what, error) => {
  expect(await sender()('textDocument/codeLens', error)).toBe(error);
  expect(errorMessages).toEqual([]);
});

test('says nothing of errors of the connection until the server is given up', async () => {
  const { errorHandler, revealOutputChannelOn } = tellingFailures({}, () => client as never);
  // `RevealOutputChannelOn.Never`: no failed request is shown by the library itself.
  expect(revealOutputChannelOn).toBe(4);
  const error = new Error('write EPIPE');
  expect(await errorHandler?.error(error, undefined, 1)).toEqual({ action: goOn, handled: true });
  expect(await errorHandler?.error(error, undefined, 4)).toEqual({ action: shutdown, handled: false });
  expect(await errorHandler?.closed()).toEqual({ action: 2 });
});

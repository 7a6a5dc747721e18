/** The language server as the client sees it. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { ResponseError, LSPErrorCodes } from 'vscode-languageserver';
import { crashed } from '#protocol/requests';
import { connectServer, type Connect, type Server } from '../../client/server';
import { CancellationError, errorMessages } from '../support/vscode';

const uri = 'file:///nets/net.prototxt';
const showOutput = vi.fn();

/** A server that fails each request with this error. */
function failing(error: Error): Server {
  const client = (options: LanguageClientOptions): object => ({
    onDidChangeState: () => undefined,
    start: () => Promise.resolve(),
    sendRequest: (method: string, params: unknown) =>
      options.middleware?.sendRequest?.(method, params, undefined, () => Promise.reject(error)),
    outputChannel: { show: showOutput },
  });
  return connectServer(
    (options) => Promise.resolve(client(options) as Awaited<ReturnType<Connect>>),
    {},
    () => undefined,
  );
}

afterEach(() => {
  errorMessages.length = 0;
  showOutput.mockClear();
});

test('reports a crash in a request, with a button to show the log, and rejects', async () => {
  const server = failing(new ResponseError(crashed, 'prototxt/upgrade failed: no such thing'));
  await expect(server.request('prototxt/upgrade', { uri })).rejects.toThrow(CancellationError);
  expect(errorMessages).toEqual([
    'The Prototxt language server failed: prototxt/upgrade failed: no such thing. See the output for details.',
  ]);
  await vi.waitFor(() => expect(showOutput).toHaveBeenCalledOnce());
});

test.each([
  ['was cancelled', new ResponseError(LSPErrorCodes.RequestCancelled, 'was cancelled')],
  ['has no server any more', new Error('has no server any more')],
])('rejects a request that %s with the same error, and reports nothing', async (message, error) => {
  await expect(failing(error).request('prototxt/upgrade', { uri })).rejects.toThrow(message);
  expect(errorMessages).toEqual([]);
});

describe('a restart', () => {
  /** The calls of a client whose first start ends with `first`, and whose stop ends with `stop`. */
  async function restarted(first: () => Promise<void>, stop: () => Promise<void>): Promise<readonly string[]> {
    const calls: string[] = [];
    const client = {
      onDidChangeState: () => undefined,
      start: () => {
        calls.push('start');
        return calls.length === 1 ? first().finally(() => calls.push('started')) : Promise.resolve();
      },
      stop: () => {
        calls.push('stop');
        return stop();
      },
    };
    const server = connectServer(
      () => Promise.resolve(client as unknown as Awaited<ReturnType<Connect>>),
      {},
      () => undefined,
    );
    await server.restart();
    return calls;
  }
  const cycle = ['start', 'started', 'stop', 'start'];
  const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  test('waits for a start that is under way', async () => {
    expect(await restarted(soon, soon)).toEqual(cycle);
  });

  test('starts a server again whose start failed', async () => {
    expect(await restarted(() => Promise.reject(new Error('no such file')), soon)).toEqual(cycle);
  });

  test('starts a server again that does not stop in time', async () => {
    const timedOut = (): Promise<void> => Promise.reject(new Error('Stopping the server timed out'));
    expect(await restarted(soon, timedOut)).toEqual(cycle);
  });
});

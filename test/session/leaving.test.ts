/** The built server leaves when it is told to, whatever it computes; what it can't read it says, and leaves too. */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { ExitNotification, ShutdownRequest } from 'vscode-languageserver-protocol';
import { session, type Session } from '../support/client';

let server: ChildProcess & { readonly stdin: Writable; readonly stdout: Readable; readonly stderr: Readable };
let said = '';
let isAnalysed = false;

function start(): void {
  said = '';
  server = spawn(process.execPath, ['dist/server/node.cjs', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  server.stderr.on('data', (text: Buffer) => (said += text.toString()));
  // A message on its way to a server that leaves.
  server.stdin.on('error', () => undefined);
}

afterEach(() => void server.kill('SIGKILL'));

/** In ms: a second is promised, and this is for a busy machine. */
const soon = 5_000;

async function exit(): Promise<readonly [number | null, string | null]> {
  if (server.exitCode !== null || server.signalCode !== null) return [server.exitCode, server.signalCode];
  const waited = AbortSignal.timeout(soon);
  const [code, signal] = (await once(server, 'exit', { signal: waited })) as [number | null, string | null];
  return [code, signal];
}

/** With nets whose analyses take long, and have begun. There are several, since a fast machine is done with the first before
 * the server is told to leave. */
async function busy(): Promise<Session> {
  start();
  const talk = await session(server.stdout, server.stdin, {});
  const layer = (i: number): string =>
    `layer { name: "a${i}" type: "InnerProduct" bottom: "a${i - 1}" top: "a${i}" inner_product_param { num_output: 9 } }\n`;
  const text = `layer { name: "a0" type: "Input" top: "a0" input_param { shape { dim: 2 dim: 9 } } }\n${Array.from({ length: 70_000 }, (_, i) => layer(i + 1)).join('')}`;
  expect(text.length).toBeGreaterThan(7_000_000);
  isAnalysed = false;
  void talk.diagnostics('untitled:last').then(() => (isAnalysed = true));
  await Promise.all(['first', 'second', 'last'].map((name) => talk.open(`untitled:${name}`, text)));
  // All is sent; so that it is taken up.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return talk;
}

test('on exit, in the middle of an analysis', async () => {
  const { client } = await busy();
  void client.sendRequest(ShutdownRequest.type).catch(() => undefined);
  await client.sendNotification(ExitNotification.type);
  expect(await exit()).toEqual([0, null]);
  expect(isAnalysed).toBe(false);
});

test('on exit without shutdown, with 1', async () => {
  const { client } = await busy();
  await client.sendNotification(ExitNotification.type);
  expect(await exit()).toEqual([1, null]);
  expect(isAnalysed).toBe(false);
});

test('where its input is closed, in the middle of an analysis', async () => {
  await busy();
  server.stdin.end();
  expect(await exit()).toEqual([1, null]);
  expect(isAnalysed).toBe(false);
});

test.skipIf(process.platform === 'win32')('on SIGTERM, in the middle of an analysis', async () => {
  await busy();
  server.kill('SIGTERM');
  expect(await exit()).toEqual([143, null]);
  expect(isAnalysed).toBe(false);
});

test('where the editor that it was forked by is gone', async () => {
  const forked = fork('dist/server/node.cjs', ['--node-ipc'], { stdio: 'ignore' });
  server = forked as typeof server;
  const params = { processId: null, rootUri: null, capabilities: {} };
  forked.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  const [answer] = (await once(forked, 'message')) as [{ readonly result: object }];
  expect(answer.result).toHaveProperty('capabilities');
  forked.disconnect();
  expect(await exit()).toEqual([1, null]);
});

test('at rest too', async () => {
  start();
  const { client } = await session(server.stdout, server.stdin, {});
  await client.sendRequest(ShutdownRequest.type);
  await client.sendNotification(ExitNotification.type);
  expect(await exit()).toEqual([0, null]);
  expect(said).toBe('');
});

test.each([
  ['no header', '{"jsonrpc":"2.0","id":1,"method":"initialize"}\r\n\r\n', 'it does not begin with a header'],
  ['a header without a length', 'Content-Type: text\r\n\r\n{}', 'Content-Length'],
  ['a length that is none', 'Content-Length: many\r\n\r\n{}', 'Content-Length'],
  ['a line that is no header', 'Content-Length\r\n\r\n{}', 'Content-Length'],
])('%s is logged, and the server leaves', async (_, sent, words) => {
  start();
  server.stdin.write(sent);
  expect(await exit()).toEqual([1, null]);
  expect(said).toContain("The client's message can't be read: ");
  expect(said).toContain(words);
});

test('a message that is no JSON is logged, and the next one is answered', async () => {
  start();
  server.stdin.write('Content-Length: 5\r\n\r\n{"a":');
  const { client } = await session(server.stdout, server.stdin, {});
  await client.sendRequest(ShutdownRequest.type);
  expect(said).toContain("The client's message can't be read: ");
});

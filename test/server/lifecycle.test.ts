/** Messages at a wrong time, and what a client leaves out. */
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { createConnection, PortMessageReader, PortMessageWriter } from 'vscode-languageserver/node';
import { inOrder } from '#server/lifecycle';
import { startServer } from '#server/server';
import { inProcess, runtimeOf } from '../support/session';

const { port1, port2 } = new MessageChannel();
for (const port of [port1, port2]) port.unref();
const answers: { readonly id?: number; readonly result?: unknown; readonly error?: { readonly code: number } }[] = [];
port2.on('message', (message: (typeof answers)[number]) => answers.push(message));
const writer = new PortMessageWriter(port1);
startServer(createConnection(inOrder(new PortMessageReader(port1), writer), writer), runtimeOf({}));
let id = 0;

async function ask(method: string, params?: unknown): Promise<(typeof answers)[number] | undefined> {
  const own = ++id;
  port2.postMessage({ jsonrpc: '2.0', id: own, method, ...(params === undefined ? {} : { params }) });
  await expect.poll(() => answers.some((answer) => answer.id === own)).toBe(true);
  return answers.find((answer) => answer.id === own);
}

const textDocument = { uri: 'untitled:net' };
const position = { line: 0, character: 0 };

test('requests before initialize, a second initialize, and requests after shutdown are refused', async () => {
  expect(await ask('textDocument/hover', { textDocument, position })).toMatchObject({ error: { code: -32002 } });
  expect(await ask('nothing/known')).toMatchObject({ error: { code: -32002 } });
  expect(await ask('shutdown')).toMatchObject({ error: { code: -32002 } });
  const text = 'layer {}';
  port2.postMessage({
    jsonrpc: '2.0',
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: 'untitled:early', languageId: 'prototxt', version: 1, text } },
  });
  expect(await ask('initialize', { processId: null, rootUri: null, capabilities: null })).toMatchObject({
    result: { capabilities: { hoverProvider: true } },
  });
  expect(await ask('initialize', { processId: null, rootUri: null, capabilities: {} })).toMatchObject({
    error: { code: -32600 },
  });
  expect(await ask('textDocument/hover', { textDocument, position })).toMatchObject({ result: null });
  expect(await ask('nothing/known')).toMatchObject({ error: { code: -32601 } });
  expect(answers.filter((answer) => !('id' in answer))).toEqual([]);
  expect(await ask('shutdown')).toMatchObject({ result: null });
  expect(await ask('textDocument/hover', { textDocument, position })).toMatchObject({ error: { code: -32600 } });
});

afterEach(() => {
  port2.close();
});

test.each<[string, object]>([
  ['members of capabilities', { workspace: null, textDocument: null, general: null, window: null }],
  [
    'what stands in them',
    {
      workspace: { workspaceFolders: null },
      textDocument: { hover: null, completion: null, publishDiagnostics: null, codeAction: null },
    },
  ],
])('null for %s counts as nothing', async (_, capabilities) => {
  const session = await inProcess({}, capabilities);
  await session.open('file:///a.prototxt', 'layer { name: 1 }');
  expect((await session.diagnostics('file:///a.prototxt')).diagnostics.length).toBeGreaterThan(0);
  expect(
    await session.client.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///a.prototxt' }, position }),
  ).not.toBeUndefined();
  await session.end();
});

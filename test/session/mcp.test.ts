/** `prototxt-lens mcp` as built: over standard input and output, with the client of the SDK and by hand. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../support/system-folder';
import { smallNet } from '../support/small-nets';

const program = resolve('dist/cli/main.cjs');

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder, 'net.prototxt'), smallNet);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('answers the client of the SDK, and runs a net in its worker', async () => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [program, 'mcp', folder] }));
  expect(client.getServerVersion()?.name).toBe('prototxt-lens');
  await client.listTools();
  const progress: number[] = [];
  const ran = await client.callTool({ name: 'prototxt_run', arguments: { path: 'net.prototxt' } }, undefined, {
    onprogress: (event) => progress.push(event.progress),
  });
  expect(ran.structuredContent).toMatchObject({
    seed: 1701,
    layers: [{ name: 'data' }, { name: 'conv' }, { name: 'relu' }],
  });
  // The SDK drops a notification that arrives together with the answer, as the last one may.
  expect(progress.length).toBeGreaterThan(0);
  await client.close();
});

function start(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [program, 'mcp', ...args], { cwd: folder });
}

test('writes nothing but messages, survives what is none, and ends with its input', async () => {
  const server = start([]);
  const lines: unknown[] = [];
  createInterface({ input: server.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } };
  const send = (message: object): void =>
    void server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  send({ id: 1, method: 'initialize', params });
  send({ method: 'notifications/initialized' });
  server.stdin.write('not JSON\n{"jsonrpc": "2.0"}\n[]\nnull\n\n');
  const text = '#'.repeat(9_000_000);
  send({ id: 2, method: 'tools/call', params: { name: 'prototxt_check', arguments: { text } } });
  send({ id: 3, method: 'tools/call', params: { name: 'prototxt_shapes', arguments: { path: 'net.prototxt' } } });
  send({ id: 4, method: 'tools/call', params: { name: 'prototxt_shapes', arguments: 'text' } });
  send({ id: 5, method: 'tools/call', params: { name: 'no_such_tool', arguments: {} } });
  await expect.poll(() => lines.length).toBe(5);
  server.stdin.end();
  expect(await once(server, 'exit')).toEqual([0, null]);
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: 1, result: expect.objectContaining({ capabilities: { tools: {} } }) }),
      expect.objectContaining({ id: 2, result: expect.objectContaining({ structuredContent: expect.anything() }) }),
      expect.objectContaining({ id: 3, result: expect.objectContaining({ structuredContent: expect.anything() }) }),
      expect.objectContaining({ id: 4, error: expect.anything() }),
      expect.objectContaining({ id: 5, error: expect.objectContaining({ code: -32602 }) }),
    ]),
  );
});

test('a folder that does not exist is an error of the command line', async () => {
  const server = start(['gone']);
  let said = '';
  server.stderr.on('data', (chunk) => (said += String(chunk)));
  expect(await once(server, 'exit')).toEqual([2, null]);
  expect(said).toMatch(/^prototxt-lens: .*gone/);
});

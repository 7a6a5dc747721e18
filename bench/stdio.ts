/** The server as an editor uses it: a separate process, over stdio. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { edited, type BenchNet } from './nets';

export interface StdioTimes {
  /** From the start of the process to the answer to `initialize`. */
  readonly start: number;
  /** From `didOpen` to the first diagnostics: the server's first work. */
  readonly open: number;
  /** For each edit, from `didChange` to the diagnostics of that version. */
  readonly edits: readonly number[];
  readonly hovers: readonly number[];
  readonly hints: readonly number[];
}

const uri = 'file:///bench/net.prototxt';

export async function overStdio(net: BenchNet, edits: number): Promise<StdioTimes> {
  const began = performance.now();
  const child = spawn(process.execPath, [resolve('dist/server/node.cjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let arrived: (version: number | undefined) => void = () => undefined;
  connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; version?: number }) =>
    arrived(params.version),
  );
  // Requests from the server get an empty answer.
  connection.onRequest((_method, params) => (itemsOf(params) ?? []).map(() => null));
  connection.listen();
  const diagnostics = (version: number): Promise<void> =>
    new Promise((done) => {
      arrived = (published) => {
        if (published === undefined || published >= version) done();
      };
    });
  try {
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    const start = performance.now() - began;
    await connection.sendNotification('initialized', {});
    const open = await timed(async () => {
      const first = diagnostics(1);
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'prototxt', version: 1, text: net.text },
      });
      await first;
    });
    const editTimes: number[] = [];
    let { text } = net;
    for (let turn = 0; turn < edits; turn++) {
      const edit = edited({ ...net, text }, turn);
      const range = { start: positionAt(text, edit.offset), end: positionAt(text, edit.offset + edit.length) };
      const version = turn + 2;
      editTimes.push(
        await timed(async () => {
          const next = diagnostics(version);
          await connection.sendNotification('textDocument/didChange', {
            textDocument: { uri, version },
            contentChanges: [{ range, text: edit.insert }],
          });
          await next;
        }),
      );
      text = edit.text;
    }
    const position = positionAt(text, text.indexOf('weight_filler', text.length >> 1) + 2);
    const hovers = await timedTimes(edits, () =>
      connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
    );
    const range = {
      start: { line: Math.max(0, position.line - 40), character: 0 },
      end: { line: position.line + 40, character: 0 },
    };
    const hints = await timedTimes(edits, () =>
      connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range }),
    );
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    return { start, open, edits: editTimes, hovers, hints };
  } finally {
    connection.dispose();
    child.kill();
  }
}

/** The items of a `workspace/configuration` request. */
function itemsOf(params: object | unknown[] | undefined): readonly unknown[] | undefined {
  return params && 'items' in params && Array.isArray(params.items) ? params.items : undefined;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function timedTimes(times: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await timed(work));
  return all;
}

function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

/** The server as a web worker: it has no files of its own and asks its client for them. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { fastEngine } from '#core/random/wasm-engine';
import { hostTimer } from './host-timer';
import { inMemory } from './in-memory';
import type { FileMethod, FileRequests } from '#protocol/files';
import type { Files, Runtime } from './runtime';
import { startServer } from './server';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

function ask<Method extends FileMethod>(
  method: Method,
  params: FileRequests[Method]['params'],
): Promise<FileRequests[Method]['result']> {
  return connection.sendRequest(method, params);
}

const stat: Files['stat'] = (uri) => ask('prototxt/fs/stat', { uri });
const write: Files['write'] = async (uri, bytes) => void (await ask('prototxt/fs/write', { uri, bytes }));

const runtime: Runtime = {
  version: undefined,
  engine: () => fastEngine(),
  files: {
    read: (uri) => ask('prototxt/fs/read', { uri }),
    readRange: (uri, start, end) => ask('prototxt/fs/readRange', { uri, start, end }),
    stat,
    list: (uri) => ask('prototxt/fs/list', { uri }),
    write,
    create: inMemory({ stat, write }),
    largestFile: 256 << 20,
  },
  log: { error: (message) => connection.console.error(message) },
  timer: hostTimer,
};
startServer(connection, runtime);

/** The server in a web worker: it has no file system and asks its client for files. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { fastEngine } from '#core/random/wasm-engine';
import { decodeImage } from '#project/decode-image';
import { failure, notRegular, tooLarge, type Files } from '#project/files';
import { jpegDecoder, runtimeParts, type FileMethod, type FileRequests, type RuntimeParts } from '#protocol/files';
import { startRun } from '#run/start';
import { browserChannels } from './browser-channel';
import { hostTimer } from './host-timer';
import { inMemory } from './in-memory';
import { inOrder } from './lifecycle';
import type { Runtime } from './runtime';
import { startServer } from './server';

declare const self: DedicatedWorkerGlobalScope;

const writer = new BrowserMessageWriter(self);
const connection = createConnection(inOrder(new BrowserMessageReader(self), writer), writer);

function ask<Method extends FileMethod>(
  method: Method,
  params: FileRequests[Method]['params'],
): Promise<FileRequests[Method]['result']> {
  return connection.sendRequest(method, params);
}

/** The client's reason is replaced by ENOENT: in most cases the file does not exist. */
const stat: Files['stat'] = (uri) =>
  ask('prototxt/fs/stat', { uri }).catch(() => Promise.reject(failure('ENOENT', uri)));
const write = async (uri: string, bytes: Uint8Array): Promise<void> =>
  void (await ask('prototxt/fs/write', { uri, bytes }));

/** Checks the size first, since the client reads a file as a whole. */
async function checkFile(uri: string, limit: number): Promise<void> {
  const { size, kind } = await stat(uri);
  if (kind !== 'file') throw failure(kind === 'folder' ? 'EISDIR' : notRegular, uri);
  if (size > limit) throw failure(tooLarge, uri, { limit });
}

const largestFile = 256 << 20;

const nextWorker = browserChannels(() => connection.sendRequest<RuntimeParts>(runtimeParts));

const runtime: Runtime = {
  version: undefined,
  engine: () => fastEngine(),
  prepareRun: () => undefined,
  start: (request) => startRun(nextWorker(), request),
  decodeImage: (bytes) => decodeImage(bytes, () => connection.sendRequest<Uint8Array>(jpegDecoder)),
  files: {
    read: async (uri, limit) => {
      await checkFile(uri, limit);
      return ask('prototxt/fs/read', { uri });
    },
    readRange: async (uri, start, end) => {
      await checkFile(uri, largestFile);
      return ask('prototxt/fs/readRange', { uri, start, end });
    },
    stat,
    list: (uri) => ask('prototxt/fs/list', { uri }),
    resolve: async (uri) => uri,
    create: inMemory({ stat, write }),
    largestFile,
  },
  log: {
    info: (message) => connection.console.info(message),
    error: (message) => connection.console.error(message),
  },
  timer: hostTimer,
};
startServer(connection, runtime);

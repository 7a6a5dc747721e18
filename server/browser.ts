/** The server as a web worker: it has no files of its own and asks its client for them. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { FileMethod, FileRequests } from './protocol';
import type { Runtime } from './runtime';
import { startServer } from './server';

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

function ask<Method extends FileMethod>(method: Method, params: FileRequests[Method]['params']): Promise<FileRequests[Method]['result']> {
  return connection.sendRequest(method, params);
}

const runtime: Runtime = {
  files: {
    read: (uri) => ask('prototxt/fs/read', { uri }),
    readRange: (uri, start, end) => ask('prototxt/fs/readRange', { uri, start, end }),
    stat: (uri) => ask('prototxt/fs/stat', { uri }),
    list: (uri) => ask('prototxt/fs/list', { uri }),
    write: async (uri, bytes) => void (await ask('prototxt/fs/write', { uri, bytes })),
  },
  log: { error: (message) => connection.console.error(message) },
  timer: {
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  },
};
startServer(connection, runtime);

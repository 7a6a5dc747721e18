/** A language server in this process, for tests, and its client. */
import { MessageChannel } from 'node:worker_threads';
import { createConnection, PortMessageReader, PortMessageWriter } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type ClientCapabilities,
  type InitializeParams,
} from 'vscode-languageserver-protocol/node';
import { plainEngine } from '#core/random/plain-engine';
import { hostTimer } from '#server/host-timer';
import { failure } from '#project/files';
import { inOrder } from '#server/lifecycle';
import type { HostFiles, Runtime } from '#server/runtime';
import { startServer } from '#server/server';
import { sessionOver, type Session } from './client';
import { memoryFiles } from './memory-files';
import { decodeImage, inProcess as runHere } from './runtime';

export type { Session } from './client';

/** A server in this process. `files`: the files on its disk, by URI. */
export function inProcess(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  capabilities: ClientCapabilities = {},
  settings?: object,
  rootUri: string | null = null,
  beyond: Partial<InitializeParams> = {},
): Promise<Session> {
  return inProcessOn(runtimeOf(files), capabilities, settings, rootUri, beyond);
}

/** A server in this process with the given runtime. */
export function inProcessOn(
  runtime: Runtime,
  capabilities: ClientCapabilities = {},
  settings?: object,
  rootUri: string | null = null,
  beyond: Partial<InitializeParams> = {},
): Promise<Session> {
  const { port1, port2 } = new MessageChannel();
  const writer = new PortMessageWriter(port1);
  startServer(createConnection(inOrder(new PortMessageReader(port1), writer), writer), runtime);
  const connection = createProtocolConnection(new PortMessageReader(port2), new PortMessageWriter(port2));
  for (const port of [port1, port2]) port.unref();
  return sessionOver(connection, capabilities, settings, rootUri, beyond);
}

export function runtimeOf(files: Readonly<Record<string, string | Uint8Array>>): Runtime {
  return {
    files: filesOf(files),
    version: '1.2.3',
    engine: plainEngine,
    log: { info: () => undefined, error: (message) => console.error(message) },
    timer: hostTimer,
    prepareRun: () => undefined,
    start: runHere,
    decodeImage,
  };
}

export function filesOf(files: Readonly<Record<string, string | Uint8Array>>): HostFiles {
  return {
    ...memoryFiles(files),
    create: () => Promise.reject(failure('EROFS', 'read-only')),
    largestFile: undefined,
  };
}

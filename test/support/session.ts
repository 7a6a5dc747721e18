/** A client of the language server for tests: by messages, as from one thread to another, or over the streams of another process. */
import type { Readable, Writable } from 'node:stream';
import { MessageChannel } from 'node:worker_threads';
import {
  createConnection,
  PortMessageReader,
  PortMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  type ClientCapabilities,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { plainEngine } from '#core/random/plain-engine';
import { hostTimer } from '#server/host-timer';
import { failure } from '#project/files';
import { inOrder } from '#server/lifecycle';
import type { HostFiles, Runtime } from '#server/runtime';
import { startServer } from '#server/server';
import { memoryFiles } from './memory-files';
import { decodeImage, inProcess as runHere } from './runtime';

export interface Session {
  readonly client: ProtocolConnection;
  readonly result: InitializeResult;
  readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
  readonly change: (uri: string, version: number, text: string) => Promise<void>;
  /** Resolves to the next diagnostics of a document that match, in the order in which they arrive. */
  readonly diagnostics: (
    uri: string,
    fits?: (sent: PublishDiagnosticsParams) => boolean,
  ) => Promise<PublishDiagnosticsParams>;
  readonly end: () => Promise<void>;
}

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

/** With a server whose output is `input`, and whose input is `output`. */
export function session(input: Readable, output: Writable, capabilities: ClientCapabilities): Promise<Session> {
  const client = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  return sessionOver(client, capabilities);
}

async function sessionOver(
  client: ProtocolConnection,
  capabilities: ClientCapabilities,
  settings?: object,
  rootUri: string | null = null,
  beyond: Partial<InitializeParams> = {},
): Promise<Session> {
  const sent: PublishDiagnosticsParams[] = [];
  const waiting: {
    readonly fits: (params: PublishDiagnosticsParams) => boolean;
    readonly resolve: (params: PublishDiagnosticsParams) => void;
  }[] = [];
  client.onNotification(PublishDiagnosticsNotification.type, (params) => {
    const index = waiting.findIndex(({ fits }) => fits(params));
    if (index >= 0) waiting.splice(index, 1)[0]?.resolve(params);
    else sent.push(params);
  });
  client.listen();
  const result = await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri,
    capabilities,
    ...(settings ? { initializationOptions: settings } : {}),
    ...beyond,
  });
  await client.sendNotification(InitializedNotification.type, {});
  return {
    client,
    result,
    open: (uri, text, languageId = 'prototxt') =>
      client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, text) =>
      client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    diagnostics: (uri, fits = () => true) => {
      const fitsThis = (params: PublishDiagnosticsParams): boolean => params.uri === uri && fits(params);
      const index = sent.findIndex(fitsThis);
      const [known] = index >= 0 ? sent.splice(index, 1) : [];
      return known ? Promise.resolve(known) : new Promise((resolve) => waiting.push({ fits: fitsThis, resolve }));
    },
    end: async () => {
      await client.sendRequest(ShutdownRequest.type);
      client.dispose();
    },
  };
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

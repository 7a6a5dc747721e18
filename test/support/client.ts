/** A client of the language server for tests. */
import type { Readable, Writable } from 'node:stream';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

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

/** With a server whose output is `input`, and whose input is `output`. */
export function session(input: Readable, output: Writable, capabilities: ClientCapabilities): Promise<Session> {
  const client = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  return sessionOver(client, capabilities);
}

export async function sessionOver(
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

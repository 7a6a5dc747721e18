/** The language server in a worker of this page, and CodeMirror's client for it. */
import { LSPClient, type LSPClientConfig, type Transport } from '@codemirror/lsp-client';
import DOMPurify from 'dompurify';
import type { CompletionItem, InitializeParams } from 'vscode-languageserver-protocol';
import { previewWeights } from '#protocol/commands';
import { jpegDecoder, runtimeParts, type FileRequests, type RuntimeParts } from '#protocol/files';
import { changed, runProgress, type RunProgress } from '#protocol/notifications';
import type { OwnRequests } from '#protocol/requests';
import { languageInUse } from './look';
import type { Models } from './models';
import { withLastStop } from './snippets';

export interface Server {
  readonly client: LSPClient;
  /** Sends the edits before it. Rejects with an `Error` if the server fails. */
  readonly request: <Method extends keyof OwnRequests>(
    method: Method,
    params: OwnRequests[Method]['params'],
  ) => Promise<OwnRequests[Method]['result']>;
  /** Cancels a request; `params` is the object that it was sent with. */
  readonly cancel: (params: object) => void;
  /** Asks anything that LSP has. */
  readonly ask: <Result>(method: string, params: object) => Promise<Result>;
}

/** What the page does for the server. */
export interface Host {
  /** Settings or files changed: what is shown may be out of date. */
  readonly changed: () => void;
  readonly progress: (progress: RunProgress) => void;
  /** A file that the server has written, by its URI. */
  readonly write: (uri: string, bytes: Uint8Array) => void;
  /** Answers what the server asks about a file. */
  readonly read: Models['answer'];
  /** What nets are run with; fetched once, when it is first asked for. */
  readonly runtime: () => Promise<RuntimeParts>;
  readonly jpegDecoder: () => Promise<Uint8Array>;
  /** The worker has ended, with a reason for the person. */
  readonly crashed: (reason: string) => void;
}

/** In ms: none that a person would reach. A run of a large net takes minutes, and is cancelled by hand. */
const timeout = 2 ** 31 - 1;

export function startServer(worker: Worker, host: Host, extensions: LSPClientConfig['extensions'] = []): Server {
  worker.addEventListener('error', ({ message }) => host.crashed(message));
  const client = new Client({
    timeout,
    sanitizeHTML: (html) => DOMPurify.sanitize(html),
    // The server then notifies of changes, and links the codes of problems to their pages.
    initializationOptions: { commands: [previewWeights], problemPages: true, watchesFiles: true },
    notificationHandlers: {
      [changed]: () => {
        host.changed();
        return true;
      },
      [runProgress]: (_, progress: RunProgress) => {
        host.progress(progress);
        return true;
      },
    },
    extensions,
  });
  client.connect(transportOf(worker, host));
  const ask = async <Result>(method: string, params: object): Promise<Result> => {
    client.sync();
    try {
      return await client.request<object, Result>(method, params);
    } catch (error) {
      throw error instanceof Error ? error : new Error(messageOf(error));
    }
  };
  return { client, request: ask, cancel: (params) => client.cancelRequest(params), ask };
}

class Client extends LSPClient {
  /** CodeMirror goes to the final tab stop of a snippet first; so it is numbered as the last. */
  override async request<Params, Result>(method: string, params: Params): Promise<Result> {
    const result = await super.request<Params, Result>(method, params);
    if (method !== 'textDocument/completion' || !Array.isArray(result)) return result;
    return (result as readonly CompletionItem[]).map((item) =>
      item.textEdit ? { ...item, textEdit: { ...item.textEdit, newText: withLastStop(item.textEdit.newText) } } : item,
    ) as Result;
  }
}

interface Message {
  readonly jsonrpc: '2.0';
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
}

/** The worker exchanges objects, the client strings. The server's own requests are answered here, since they carry bytes. */
function transportOf(worker: Worker, host: Host): Transport {
  const listeners = new Set<(message: string) => void>();
  worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.method !== undefined && data.id !== undefined) return void answer(worker, data, host);
    const text = JSON.stringify(data);
    listeners.forEach((listener) => listener(text));
  });
  return {
    send: (text) => {
      const message = JSON.parse(text) as Message;
      worker.postMessage(message.method === 'initialize' ? withOwnParams(message) : message);
    },
    subscribe: (listener) => void listeners.add(listener),
    unsubscribe: (listener) => void listeners.delete(listener),
  };
}

/** The client says neither the language, nor that it does not ask for diagnostics by itself. */
function withOwnParams(message: Message): Message {
  const params = message.params as InitializeParams;
  const { diagnostic: _, ...textDocument } = params.capabilities.textDocument ?? {};
  return {
    ...message,
    params: { ...params, locale: languageInUse(), capabilities: { ...params.capabilities, textDocument } },
  };
}

async function answer(worker: Worker, { id, method, params }: Message, host: Host): Promise<void> {
  try {
    worker.postMessage({ jsonrpc: '2.0', id, result: await resultOf(method, params, host) });
  } catch (error) {
    worker.postMessage({ jsonrpc: '2.0', id, error: { code: notAnswered, message: messageOf(error) } });
  }
}

/** JSON-RPC's MethodNotFound: also for files that were not opened. */
const notAnswered = -32601;

async function resultOf(method: string | undefined, params: unknown, host: Host): Promise<unknown> {
  switch (method) {
    case runtimeParts:
      return host.runtime();
    case jpegDecoder:
      return host.jpegDecoder();
    case 'prototxt/fs/write': {
      const { uri, bytes } = params as FileRequests['prototxt/fs/write']['params'];
      host.write(uri, bytes);
      return null;
    }
    case 'prototxt/fs/stat':
    case 'prototxt/fs/read':
    case 'prototxt/fs/readRange':
      return host.read(method, params as FileRequests[typeof method]['params']);
    default:
      throw new Error(`no answer to ${method}`);
  }
}

/** The server's errors are no `Error`s. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

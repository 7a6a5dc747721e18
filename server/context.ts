/** What every handler is given: the open documents, what is known of them, and one way to answer a request. */
import type { CancellationToken, Connection, ResponseError, ServerCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import type { Language } from '#core/messages/language';
import type { NetState } from '#core/net/model';
import type { Client } from './client';
import type { Documents } from './documents';
import type { Runtime } from './runtime';
import type { Settings } from './settings';

/** A document as the server knows it now. */
export interface Place {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  /** The state that features show; undefined for what is no net. */
  readonly state: NetState | undefined;
}

export interface Context {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly documents: Documents;
  readonly settings: () => Settings;
  readonly client: () => Client;
  readonly open: () => readonly TextDocument[];
  /** Tells of files that came, went or changed, by their URIs. */
  readonly whenFilesChange: (listener: (uris: readonly string[]) => void) => void;
  /** What the client's user reads. */
  readonly language: () => Language;
  /** What is known and shown of a document is another now, without an edit. */
  readonly showAnew: (uri: string) => void;
  /** Undefined where the document is not open. */
  readonly place: (uri: string) => Place | undefined;
  /** Reads again what lies around a document, and shows what is new. */
  readonly lookAround: (uri: string) => Promise<void>;
  /**
   * A handler for requests about a document: `answer` inside `guard`, or `nothing` where the document is not open.
   */
  readonly forDocument: <Params extends InDocument, Answer, Nothing>(
    what: string,
    nothing: Nothing,
    answer: (place: Place, params: Params) => Answer | Promise<Answer>,
  ) => (params: Params, token: CancellationToken) => Promise<Answer | Nothing | ResponseError<never>>;
}

export type InDocument = { readonly textDocument: { readonly uri: string } } | { readonly uri: string };

/** One family of requests: what the server offers of it, and its handlers. */
export interface Handlers {
  readonly offers: (client: Client) => Partial<ServerCapabilities>;
  readonly register: (context: Context) => void;
}

/** What every handler receives: the open documents with their analyses, and one way to answer requests about them. */
import type { CancellationToken, Connection, ResponseError, ServerCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import type { Language } from '#core/messages/language';
import type { NetState } from '#core/net/model';
import type { Client } from './client';
import type { Documents } from './documents';
import type { Runs } from './runs';
import type { HostFiles, Runtime } from './runtime';
import type { Settings } from './settings';

/** An open document in its current version. */
export interface Place {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  /** The state that features show; undefined if the document is not a net. */
  readonly state: NetState | undefined;
}

export interface Context {
  readonly connection: Connection;
  readonly runtime: Runtime;
  /** Files that the user opened. Those of `runtime` are restricted where the workspace is not trusted. */
  readonly opened: HostFiles;
  readonly documents: Documents;
  readonly runs: Runs;
  readonly settings: () => Settings;
  readonly client: () => Client;
  readonly open: () => readonly TextDocument[];
  /** Calls the listener with the URIs of files that were created, deleted or changed. */
  readonly whenFilesChange: (listener: (uris: readonly string[]) => void) => void;
  /** The language of the client's user. */
  readonly language: () => Language;
  /** Refreshes what is shown of a document after a change other than an edit. */
  readonly refreshDocument: (uri: string) => void;
  /** Undefined if the document is not open. */
  readonly place: (uri: string) => Place | undefined;
  /** Reads the files around a document again, and refreshes what changed. */
  readonly lookAround: (uri: string) => Promise<void>;
  /**
   * Makes a handler for requests about a document. It calls `answer` inside `guard`, or answers `nothing` if the document is
   * not open.
   */
  readonly forDocument: <Params extends InDocument, Answer, Nothing>(
    what: string,
    nothing: Nothing,
    answer: (place: Place, params: Params) => Answer | Promise<Answer>,
  ) => (params: Params, token: CancellationToken) => Promise<Answer | Nothing | ResponseError<never>>;
}

export type InDocument = { readonly textDocument: { readonly uri: string } } | { readonly uri: string };

/** A family of requests: the capabilities that it offers, and its handlers. */
export interface Handlers {
  readonly offers: (client: Client) => Partial<ServerCapabilities>;
  readonly register: (context: Context) => void;
}

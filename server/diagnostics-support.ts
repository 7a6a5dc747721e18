/** How diagnostics reach the client: it pulls them if it can, otherwise they are pushed after each change. */
import { DocumentDiagnosticReportKind, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { guard, stackOf } from './guard';
import type { Runtime } from './runtime';

export interface DiagnosticsSupport {
  /** The client opened or edited the document. A client that pulls diagnostics knows this itself, and asks again. */
  readonly edited: (document: TextDocument) => void;
  /** Something other than the document's text changed, such as a file beside it. */
  readonly changed: (document: TextDocument) => void;
  /** Something changed that affects all documents. */
  readonly allChanged: () => void;
  readonly closed: (uri: string) => void;
}

export interface DiagnosticsSource {
  readonly get: (uri: string) => TextDocument | undefined;
  readonly all: () => readonly TextDocument[];
  /** The diagnostics known so far, without the slow checks. */
  readonly diagnostics: (document: TextDocument) => Diagnostic[];
  /** Runs the slow checks. Resolves to true once `diagnostics` has more; to false if it has not, or the document changed. */
  readonly deepen: (document: TextDocument) => Promise<boolean>;
}

export function pullDiagnostics(
  connection: Connection,
  runtime: Runtime,
  source: DiagnosticsSource,
  canRefresh: () => boolean,
): DiagnosticsSupport {
  connection.languages.diagnostics.on(({ textDocument }, token) =>
    guard('Diagnostics', token, runtime.log, async () => {
      const asked = source.get(textDocument.uri);
      // A client that can't be asked to pull again gets its answer only when all checks are done.
      if (asked && !canRefresh()) await source.deepen(asked);
      const document = source.get(textDocument.uri);
      const items = document ? source.diagnostics(document) : [];
      if (document && canRefresh()) void source.deepen(document).then((found) => found && refresh());
      return { kind: DocumentDiagnosticReportKind.Full, items };
    }),
  );
  const refresh = (): void => {
    if (canRefresh()) void connection.languages.diagnostics.refresh();
  };
  return { edited: () => undefined, changed: refresh, allChanged: refresh, closed: () => undefined };
}

/** In ms: changes in quick succession are answered once. */
const pause = 10;

export function pushDiagnostics(
  connection: Connection,
  runtime: Runtime,
  source: DiagnosticsSource,
): DiagnosticsSupport {
  const waiting = new Map<string, () => void>();
  const send = (uri: string): void => {
    waiting.delete(uri);
    const document = source.get(uri);
    if (!document) return;
    try {
      void connection.sendDiagnostics({ uri, version: document.version, diagnostics: source.diagnostics(document) });
      void source.deepen(document).then((found) => found && changed(document));
    } catch (error) {
      runtime.log.error(`Diagnostics failed: ${stackOf(error)}`);
    }
  };
  const changed = ({ uri }: TextDocument): void => {
    waiting.get(uri)?.();
    waiting.set(
      uri,
      runtime.timer.after(pause, () => send(uri)),
    );
  };
  return {
    edited: changed,
    changed,
    allChanged: () => source.all().forEach(changed),
    closed: (uri) => {
      waiting.get(uri)?.();
      waiting.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

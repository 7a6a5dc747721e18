/** The language server: what it offers, and where each request goes. Nothing is computed here. */
import {
  CodeActionKind, CodeLensRefreshRequest, DidChangeConfigurationNotification, TextDocuments, TextDocumentSyncKind, type CancellationToken, type ClientCapabilities, type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis';
import { pullDiagnostics, pushDiagnostics, type DiagnosticsSource, type DiagnosticsSupport } from './diagnostics-support';
import { displayState } from './display-state';
import { createDocuments } from './documents';
import { codeActions } from './features/code-actions';
import { codeLenses, commandsOf } from './features/code-lenses';
import { definition, references } from './features/blob-places';
import { documentSymbols } from './features/document-symbols';
import { foldingRanges } from './features/folding';
import { hover } from './features/hover';
import { inlayHints } from './features/inlay-hints';
import { alternatives, fillerEdits, weightsAnswer } from './features/weights';
import { guard } from './guard';
import type { Runtime } from './runtime';
import { defaults, memberOf, section, settingsOf, type Settings } from './settings';
import { toDiagnostic, toRange, toSpan } from './to-lsp';
import { toCodeLens, toFoldingRange, toHover, toInlayHint, toSymbol } from './answers';
import type { PanelRequests } from './protocol';

export function startServer(connection: Connection, runtime: Runtime): void {
  const open = new TextDocuments(TextDocument);
  let settings: Settings = defaults;
  let capabilities: ClientCapabilities = {};
  const documents = createDocuments(runtime, () => settings);
  const source: DiagnosticsSource = {
    get: (uri) => open.get(uri),
    all: () => open.all(),
    diagnostics: (document) => documents.problems(document).map((problem) => toDiagnostic(document, problem)),
  };
  let support: DiagnosticsSupport | undefined;

  connection.onInitialize((params): InitializeResult => {
    capabilities = params.capabilities;
    settings = settingsOf(params.initializationOptions);
    const commands = commandsOf(params.initializationOptions);
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    support = pulls
      ? pullDiagnostics(connection, runtime, source, () => capabilities.workspace?.diagnostics?.refreshSupport === true)
      : pushDiagnostics(connection, runtime, source);
    return {
      serverInfo: { name: 'prototxt-lens' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        inlayHintProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        ...(commands.previewWeights ? { codeLensProvider: {} } : {}),
        ...(pulls ? { diagnosticProvider: { identifier: 'prototxt', interFileDependencies: false, workspaceDiagnostics: false } } : {}),
      },
    };
  });

  connection.onInitialized(() => {
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
    void readSettings(undefined);
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => void readSettings(memberOf(sent, section)));
  connection.onDidChangeWatchedFiles(() => open.all().forEach((document) => void lookAround(document)));

  open.onDidOpen(({ document }) => void lookAround(document));
  open.onDidSave(({ document }) => void lookAround(document));
  open.onDidChangeContent(({ document }) => support?.changed(document));
  open.onDidClose(({ document: { uri } }) => {
    documents.forget(uri);
    support?.closed(uri);
  });

  connection.onHover(({ textDocument, position }, token) =>
    guard('Hover', token, runtime.log, null, () => {
      const found = at(textDocument.uri, (document) => document.offsetAt(position));
      if (!found?.state) return null;
      const { solver } = documents.surroundings(textDocument.uri);
      const answer = hover(found.analysis, found.offset, { state: found.state, ...(solver ? { solver } : {}) });
      return answer ? toHover(found.document, answer) : null;
    }),
  );
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    guard('Inlay hints', token, runtime.log, [], () => {
      const found = at(textDocument.uri, (document) => document.offsetAt(range.start));
      const state = found && displayState(found.analysis, settings.phase);
      if (!state) return [];
      const hints = inlayHints(found.analysis, toSpan(found.document, range), { state, ...settings.inlayHints });
      return hints.map((hint) => toInlayHint(found.document, hint));
    }),
  );
  connection.onCodeAction(({ textDocument, range, context }, token) =>
    guard('Code actions', token, runtime.log, [], () => {
      const found = at(textDocument.uri, (document) => document.offsetAt(range.start));
      return found ? codeActions(found.document, found.analysis, toSpan(found.document, range), context.diagnostics) : [];
    }),
  );
  connection.onDocumentSymbol(({ textDocument }, token) =>
    guard('Outline', token, runtime.log, [], () => {
      const found = at(textDocument.uri, () => 0);
      if (!found) return [];
      return documentSymbols(found.analysis, displayState(found.analysis, settings.phase)).map((symbol) => toSymbol(found.document, symbol));
    }),
  );
  connection.onFoldingRanges(({ textDocument }, token) =>
    guard('Folding', token, runtime.log, [], () => {
      const found = at(textDocument.uri, () => 0);
      return found ? foldingRanges(found.analysis).map((range) => toFoldingRange(found.document, range)) : [];
    }),
  );
  connection.onDefinition(({ textDocument, position }, token) =>
    guard('Definition', token, runtime.log, null, () => {
      const found = at(textDocument.uri, (document) => document.offsetAt(position));
      if (!found) return null;
      return definition(found.analysis, found.offset).map((span) => ({ uri: textDocument.uri, range: toRange(found.document, span) }));
    }),
  );
  connection.onReferences(({ textDocument, position }, token) =>
    guard('References', token, runtime.log, null, () => {
      const found = at(textDocument.uri, (document) => document.offsetAt(position));
      if (!found) return null;
      return references(found.analysis, found.offset).map((span) => ({ uri: textDocument.uri, range: toRange(found.document, span) }));
    }),
  );

  connection.onCodeLens(({ textDocument }, token) =>
    guard('Code lenses', token, runtime.log, [], () => {
      const found = at(textDocument.uri, () => 0);
      const state = found && displayState(found.analysis, settings.phase);
      if (!state || !settings.codeLens.weights) return [];
      return codeLenses(found.analysis, state).map((lens) => toCodeLens(found.document, lens));
    }),
  );
  onPanel('prototxt/weights', null, ({ document, analysis, state }) => {
    if (!state) return null;
    return weightsAnswer(document, analysis, state, documents.surroundings(document.uri).solver);
  });
  onPanel('prototxt/weights/alternatives', [], ({ analysis, state }, { blob }) => (state ? alternatives(analysis, state, blob) : []));
  onPanel('prototxt/weights/write', null, ({ document, analysis, state }, { blob, choice }) =>
    state ? fillerEdits(document, analysis, state, blob, choice) : null);

  /** A request of a panel; `nothing` is the answer where the document is not open. */
  function onPanel<Method extends keyof PanelRequests>(
    method: Method,
    nothing: PanelRequests[Method]['result'],
    answer: (place: Place, params: PanelRequests[Method]['params']) => PanelRequests[Method]['result'],
  ): void {
    connection.onRequest(method, (params: PanelRequests[Method]['params'], token: CancellationToken) =>
      guard(method, token, runtime.log, nothing, () => {
        const found = at(params.uri, () => 0);
        return found ? answer({ ...found, state: displayState(found.analysis, settings.phase) }, params) : nothing;
      }),
    );
  }

  interface Place {
    readonly document: TextDocument;
    readonly analysis: Analysis;
    readonly offset: number;
    readonly state: ReturnType<typeof displayState>;
  }

  function at(uri: string, offsetIn: (document: TextDocument) => number): Place | undefined {
    const document = open.get(uri);
    if (!document) return undefined;
    const analysis = documents.analysis(document);
    const offset = offsetIn(document);
    return { document, analysis, offset, state: displayState(analysis, settings.phase, offset) };
  }

  async function lookAround(document: TextDocument): Promise<void> {
    try {
      if (!(await documents.lookAround(document)) || !open.get(document.uri)) return;
      support?.changed(document);
      refreshHints();
    } catch (error) {
      runtime.log.error(`Looking around ${document.uri} failed: ${String(error)}`);
    }
  }

  /** A client that can be asked is asked; of another the settings came along with the news. */
  async function readSettings(sent: unknown): Promise<void> {
    const asked = capabilities.workspace?.configuration === true;
    try {
      const value: unknown = asked ? await connection.workspace.getConfiguration(section) : sent;
      if (value === undefined || value === null) return;
      settings = settingsOf(value);
      documents.reset();
      support?.allChanged();
      refreshHints();
      if (capabilities.workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
    } catch (error) {
      runtime.log.error(`Settings could not be read: ${String(error)}`);
    }
  }

  function refreshHints(): void {
    if (capabilities.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
  }

  open.listen(connection);
  connection.listen();
}

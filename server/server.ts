/**
 * The language server: its capabilities, and its life cycle from `initialize` on. Requests are handled in `handlers`; nothing
 * is computed here.
 */
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { inTextOrder } from '#core/analysis/merge';
import type { Problem } from '#core/problems/index';
import { fillIn } from '#core/messages/fill-in';
import { languageOf } from '#core/messages/languages';
import { reasonOf } from '#project/reason';
import { clientOf, hasProblemPages, noClient, rootOf, rootsOf, watchesFiles, type Client } from './client';
import { hasPanels } from './client-commands';
import type { Context, InDocument, Place } from './context';
import {
  pullDiagnostics,
  pushDiagnostics,
  type DiagnosticsSource,
  type DiagnosticsSupport,
} from './diagnostics-support';
import { createJournal } from './journal';
import { displayState } from './display-state';
import { createDeepening } from './deepening';
import { createDocuments } from './documents';
import { runProblems } from './features/run-problems';
import { guard, stackOf } from './guard';
import { completing } from './handlers/completion';
import { models } from './handlers/models';
import { navigation } from './handlers/navigation';
import { panels } from './handlers/panels';
import { reading } from './handlers/reading';
import { running } from './handlers/running';
import { states } from './handlers/states';
import { tools } from './handlers/tools';
import { weightFiles } from './handlers/weight-files';
import { writing } from './handlers/writing';
import { changed } from '#protocol/notifications';
import { createSchemas } from '#project/schemas';
import { confined } from '#project/confined';
import { protoDiagnostics } from './proto-diagnostics';
import { listedProblems } from './listed-problems';
import { createRuns } from './runs';
import type { Runtime } from './runtime';
import { isTrusted } from './client';
import { defaults, memberOf, section, settingsOf, type Settings } from './settings';
import { toDiagnostics } from './to-lsp';
import { typingPause } from './typing';

const handlers = [completing, reading, navigation, writing, panels, weightFiles, models, running, states, tools];

// oxlint-disable-next-line max-lines-per-function -- the server's life is one state that all its handlers share
export function startServer(connection: Connection, host: Runtime): void {
  const open = new TextDocuments(TextDocument);
  let settings: Settings = defaults;
  let client = noClient;
  const files = confined(host.files, () => (isTrusted(client) ? undefined : client.roots));
  const runtime: Runtime = { ...host, files };
  const fileListeners: ((uris: readonly string[]) => void)[] = [];
  let language = languageOf(undefined);
  const journal = createJournal(runtime, () => language);
  /** In a workspace of several folders, each can have a Caffe of its own. */
  let schemaOfRoot: ReadonlyMap<string, string> = new Map();
  const schemas = createSchemas({
    files,
    asked: (uri) => {
      const root = uri === undefined ? undefined : rootOf(uri, client.roots);
      const own = root === undefined ? undefined : schemaOfRoot.get(root);
      return { name: own ?? settings.schema, folder: root ?? client.roots[0] };
    },
    changed: () => {
      documents.reset();
      support?.allChanged();
      refreshShown();
      lookAroundAll();
    },
    protoRead: (read) => {
      const { uri, trouble, isAsked } = read;
      journal.proto(uri, trouble);
      // Where a net names it, it is a problem of the net.
      if (trouble?.kind === 'unreadable' && isAsked) {
        const args = {
          path: settings.schema === 'auto' ? uri : settings.schema,
          reason: reasonOf(trouble.error, language),
        };
        const message = fillIn(language.problems['file/not-read'], args);
        void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
      }
      void connection.sendDiagnostics({ uri, diagnostics: protoDiagnostics(read, language) });
    },
  });
  const documents = createDocuments(
    runtime,
    () => settings,
    () => client.roots,
    () => language,
    schemas,
    () => canReportLater(client),
  );
  /** By document, cancels the timer that reports withheld problems. */
  const settling = new Map<string, () => void>();
  const runs = createRuns();
  const deepening = createDeepening(runtime, documents);
  const source: DiagnosticsSource = {
    get: (uri) => open.get(uri),
    all: () => open.all(),
    deepen: (document) => deepening.begin(document),
    diagnostics: (document) =>
      toDiagnostics(
        document,
        listedProblems(inTextOrder([...documents.problems(document), ...ran(document)])),
        language,
        {
          links: hasProblemPages(client),
        },
      ),
  };
  const ran = (document: TextDocument): readonly Problem[] => {
    const run = runs.of(document.uri);
    const { analysis, state } = (run && place(document.uri)) ?? {};
    return run && analysis && state ? runProblems(run, analysis, state) : [];
  };
  const context: Context = {
    connection,
    runtime,
    opened: host.files,
    documents,
    runs,
    settings: () => settings,
    client: () => client,
    open: () => open.all(),
    whenFilesChange: (listener) => void fileListeners.push(listener),
    language: () => language,
    refreshDocument: (uri) => {
      const document = open.get(uri);
      if (!document) return;
      support?.changed(document);
      refreshShown();
      if (client.capabilities.workspace?.codeLens?.refreshSupport)
        void connection.sendRequest(CodeLensRefreshRequest.type);
    },
    place,
    lookAround: async (uri) => {
      const document = open.get(uri);
      if (document) await lookAround(document);
    },
    forDocument: (what, nothing, answer) => (params, token) =>
      guard(what, token, runtime.log, () => {
        const found = place(uriOf(params));
        return found ? answer(found, params) : nothing;
      }),
  };
  let support: DiagnosticsSupport | undefined;

  connection.onInitialize((params): InitializeResult => {
    const { capabilities } = params;
    language = languageOf(params.locale);
    client = clientOf(params);
    settings = settingsOf(client.options);
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    support = pulls
      ? pullDiagnostics(connection, runtime, source, () => capabilities.workspace?.diagnostics?.refreshSupport === true)
      : pushDiagnostics(connection, runtime, source);
    return {
      serverInfo: { name: 'prototxt-lens', ...(runtime.version === undefined ? {} : { version: runtime.version }) },
      capabilities: Object.assign(
        { textDocumentSync: TextDocumentSyncKind.Incremental },
        capabilities.workspace?.workspaceFolders
          ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }
          : {},
        pulls
          ? { diagnosticProvider: { identifier: 'prototxt', interFileDependencies: true, workspaceDiagnostics: false } }
          : {},
        ...handlers.map(({ offers }) => offers(client)),
      ) as InitializeResult['capabilities'],
    };
  });

  connection.onInitialized(() => {
    journal.started();
    journal.settings(settings);
    if (client.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
    if (client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration && !watchesFiles(client)) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watched.map((globPattern) => ({ globPattern })),
      });
    }
    if (client.capabilities.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(rootsOf(removed.map(({ uri }) => uri)));
        const roots = new Set([
          ...client.roots.filter((root) => !gone.has(root)),
          ...rootsOf(added.map(({ uri }) => uri)),
        ]);
        client = { ...client, roots: [...roots] };
        // The settings of a new folder are read as well.
        void readSettings(undefined);
        lookAroundAll();
      });
    void readSettings(undefined);
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => void readSettings(memberOf(sent, section)));
  connection.onDidChangeWatchedFiles(({ changes }) => filesChanged(changes.map(({ uri }) => uri)));

  open.onDidOpen(({ document }) => {
    documents.opened(document.uri);
    void lookAround(document);
  });
  // Not every client watches files, but all of them report saved documents, such as the solver beside a net or a user's proto.
  open.onDidSave(({ document: { uri } }) => filesChanged([uri]));
  open.onDidChangeContent(({ document }) => {
    deepening.end(document.uri);
    support?.edited(document);
    settleLater(document.uri);
    if (documents.namesAnotherModel(document)) void lookAround(document);
  });
  open.onDidClose(({ document: { uri } }) => {
    deepening.end(uri);
    settling.get(uri)?.();
    settling.delete(uri);
    documents.forget(uri);
    runs.forget(uri);
    journal.forget(uri);
    support?.closed(uri);
  });
  for (const { register } of handlers) register(context);

  function settleLater(uri: string): void {
    settling.get(uri)?.();
    const settle = (): void => {
      settling.delete(uri);
      const document = open.get(uri);
      if (document && documents.settle(document)) support?.changed(document);
    };
    settling.set(uri, runtime.timer.after(typingPause, settle));
  }

  function filesChanged(uris: readonly string[]): void {
    schemas.filesChanged(uris);
    for (const listener of fileListeners) listener(uris);
    lookAroundAll();
  }

  function place(uri: string): Place | undefined {
    const document = open.get(uri);
    if (!document) return undefined;
    const analysis = documents.analysis(document);
    return { document, analysis, state: displayState(analysis) };
  }

  function lookAroundAll(): void {
    const look = documents.look();
    open.all().forEach((document) => void lookAround(document, look));
  }

  async function lookAround(document: TextDocument, look = documents.look()): Promise<void> {
    try {
      const changed = await documents.lookAround(document, look);
      // Closed while its surroundings were read.
      if (!open.get(document.uri)) return documents.forget(document.uri);
      journal.caffe(document.uri, documents.analysis(document));
      if (!changed) return;
      support?.changed(document);
      refreshShown();
    } catch (error) {
      runtime.log.error(`Reading the files around ${document.uri} failed: ${stackOf(error)}`);
    }
  }

  /** Requests the settings from a client that supports it; others send them with the notification. */
  async function readSettings(sent: unknown): Promise<void> {
    const { workspace } = client.capabilities;
    try {
      const value: unknown =
        workspace?.configuration === true ? await connection.workspace.getConfiguration(section) : sent;
      if (value === undefined || value === null) return;
      schemaOfRoot = await readSchemas();
      settings = settingsOf(value);
      journal.settings(settings);
      documents.reset();
      lookAroundAll();
      support?.allChanged();
      refreshShown();
      if (workspace?.codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
    } catch (error) {
      runtime.log.error(`Reading the settings failed: ${stackOf(error)}`);
    }
  }

  /** By folder; empty unless there are several, and the client can be asked for each. */
  async function readSchemas(): Promise<ReadonlyMap<string, string>> {
    const { roots, capabilities } = client;
    if (roots.length < 2 || capabilities.workspace?.configuration !== true) return new Map();
    const items = roots.map((scopeUri) => ({ scopeUri, section }));
    const values: readonly unknown[] = await connection.workspace.getConfiguration(items);
    return new Map(roots.map((root, i) => [root, settingsOf(values[i]).schema]));
  }

  /** Refreshes inlay hints, and the panels of a client that has them, after a change other than an edit. */
  function refreshShown(): void {
    if (client.capabilities.workspace?.inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
    if (hasPanels(client.options)) void connection.sendNotification(changed);
  }

  open.listen(connection);
  connection.listen();
}

/** False for a client that pulls diagnostics only after its own edits: it would never receive withheld problems. */
function canReportLater({ capabilities: { textDocument, workspace } }: Client): boolean {
  return textDocument?.diagnostic === undefined || workspace?.diagnostics?.refreshSupport === true;
}

/** Files that affect an open net beside them. */
const watched = ['**/*.prototxt', '**/*.proto', '**/*.binaryproto', '**/*.caffemodel', '**/*.target.json'];

function uriOf(params: InDocument): string {
  return 'uri' in params ? params.uri : params.textDocument.uri;
}

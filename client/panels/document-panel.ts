/**
 * A panel that shows one net. It follows edits, the cursor, the server's change notifications and, if the user turns to another
 * net, the active editor. There is one panel of each kind.
 */
import * as vscode from 'vscode';
import type { PageState } from '#protocol/page';
import type { PageName, Pages } from '#protocol/pages';
import { nameOf } from '../files';
import { isNet } from '../nets';
import { changedOf } from '../changed';
import { createPanel, fillPanel, partsOf, viewTypeOf, type Panel } from './panel';
import { netOf } from '../net-of';
import { provide } from './remedies';
import type { Server } from '../server';

export interface DocumentPanelKind<Name extends PageName> {
  readonly name: Name;
  readonly title: (file: string) => string;
  /** The message with the current content for a document. */
  readonly content: (uri: string, file: string) => Promise<Pages[Name]['to']>;
  /** Fires when the content may have changed other than by an edit or the server's notification. */
  readonly changes?: vscode.Event<void>;
  /** Combines two messages into one, for a page that would otherwise show an intermediate state. */
  readonly joined?: (content: Pages[Name]['to'], then: Pages[Name]['to']) => Pages[Name]['to'];
  /** Called with the content that a new page will show first: posts what it will ask for then, while it loads. */
  readonly ahead?: (content: Pages[Name]['to'], uri: string, post: Panel<Name>['post']) => void;
  /** Handles the messages specific to this page; `post` answers them. */
  readonly receive: (message: Pages[Name]['from'], uri: string, post: Panel<Name>['post']) => void;
}

export interface DocumentPanel<Name extends PageName> extends vscode.Disposable {
  /**
   * Opens the panel beside the editor, or switches the open one to this document, or to the net that it names if it is a solver;
   * then sends `then` to the page.
   */
  readonly show: (uri: vscode.Uri, then?: Pages[Name]['to']) => Promise<void>;
}

/** Time to wait after the last edit, in ms. */
const typingPause = 40;

// oxlint-disable-next-line max-lines-per-function -- a panel is one state that all its handlers share
export function documentPanel<Name extends PageName>(
  context: vscode.ExtensionContext,
  server: Server,
  kind: DocumentPanelKind<Name>,
): DocumentPanel<Name> {
  let panel: Panel<Name> | undefined;
  let shown: vscode.Uri | undefined;
  let follows = true;
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** Sent after the content. */
  let next: Pages[Name]['to'] | undefined;
  /** The content is that of another net than before, so the page learns where the cursor is. */
  let turned = false;
  /** True once the page has loaded. It is loaded again each time it is shown after having been hidden. */
  let loaded = false;

  async function refresh(): Promise<void> {
    const uri = shown;
    if (!panel || !uri) return;
    const turn = ++asked;
    const file = nameOf(uri);
    panel.view.title = kind.title(file);
    // The server only knows open documents.
    await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
    const lacks = await server.request('prototxt/lacks', { uri: uri.toString() });
    // A newer request has been sent, which makes this answer obsolete.
    if (turn !== asked) return;
    panel?.post({ kind: 'lacks', uri: uri.toString(), lacks });
    const content = await kind.content(uri.toString(), file);
    if (turn !== asked) return;
    const then = next ?? (turned ? cursorIn(uri) : undefined);
    next = undefined;
    turned = false;
    const messages = !then ? [content] : kind.joined ? [kind.joined(content, then)] : [content, then];
    for (const message of messages) panel.post(message);
    if (!loaded && messages[0])
      kind.ahead?.(messages[0], uri.toString(), (more) => {
        if (turn === asked) panel?.post(more);
      });
  }

  function receive(message: Pages[Name]['from']): void {
    switch (message.kind) {
      case 'ready':
        // The first content is sent without a request.
        if (loaded) void refresh();
        loaded = true;
        return;
      case 'follow':
        follows = message.on;
        return;
      case 'reveal':
        return void reveal(message.line);
      case 'remedy':
        return void (shown && provide(server, shown, message.remedy));
      default:
        if (shown) kind.receive(message, shown.toString(), (answer) => panel?.post(answer));
    }
  }

  async function reveal(line: number): Promise<void> {
    if (!shown) return;
    const editor = editorOf(shown);
    const selection = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(shown, { viewColumn: editor?.viewColumn ?? vscode.ViewColumn.One, selection });
  }

  function adopt(opened: Panel<Name>, uri: vscode.Uri): void {
    panel = opened;
    loaded = false;
    shown = uri;
    follows = true;
    opened.view.onDidDispose(() => {
      clearTimeout(pause);
      panel = undefined;
    });
  }

  function follow(document: vscode.TextDocument): void {
    if (!panel || !follows || !isNet(document) || document.uri.toString() === shown?.toString()) return;
    void netOf(server, document.uri).then((uri) => {
      if (!panel || uri.toString() === shown?.toString()) return;
      shown = uri;
      turned = true;
      void refresh();
    });
  }

  function refreshSoon(): void {
    clearTimeout(pause);
    pause = setTimeout(() => void refresh(), typingPause);
  }

  function cursorIn(uri: vscode.Uri): Pages[Name]['to'] | undefined {
    const editor = editorOf(uri);
    return editor && { kind: 'cursor', line: editor.selection.active.line };
  }

  const subscriptions = [
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.uri.toString() === shown?.toString()) refreshSoon();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections: [selection] }) => {
      if (selection && document.uri.toString() === shown?.toString())
        panel?.post({ kind: 'cursor', line: selection.active.line });
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && follow(editor.document)),
    // A document is opened again when its language changes: an untitled one may become a net in the active editor.
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document === vscode.window.activeTextEditor?.document) follow(document);
    }),
    changedOf(server)(() => void refresh()),
    // Preloads the page once the server has started: by then there is time, and a panel is likely to be opened.
    server.onDidChange(() => void partsOf(context, kind.name)),
    ...(kind.changes ? [kind.changes(refreshSoon)] : []),
    vscode.window.registerWebviewPanelSerializer(viewTypeOf(kind.name), {
      deserializeWebviewPanel: async (view: vscode.WebviewPanel, state: PageState | undefined) => {
        const uri = state?.uri ?? vscode.window.activeTextEditor?.document.uri.toString();
        if (panel || uri === undefined) return view.dispose();
        adopt(fillPanel(context, kind.name, view, receive), vscode.Uri.parse(uri));
        void refresh();
      },
    }),
  ];

  return {
    show: async (about, then) => {
      const uri = await netOf(server, about);
      next = uri === about ? then : undefined;
      if (panel) {
        shown = uri;
        panel.view.reveal(undefined, true);
      } else adopt(createPanel(context, kind.name, kind.title(nameOf(uri)), receive), uri);
      // At once, so that the server works while the page loads.
      await refresh();
    },
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

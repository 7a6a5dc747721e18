/** The one place that makes a webview panel: its page, what the page may load, and messages in both directions. */
import * as vscode from 'vscode';
import type { Numbered } from '#protocol/page';
import type { PageName, Pages } from '#protocol/pages';

export interface Panel<Name extends PageName> {
  readonly view: vscode.WebviewPanel;
  /** From the first moment on: the page hears it as soon as it listens. */
  readonly post: (message: Pages[Name]['to']) => void;
}

/** Pages whose script starts a worker. */
const working: ReadonlySet<PageName> = new Set<PageName>(['net', 'weights']);

/** The kind of panel that VS Code keeps for a page. */
export function viewTypeOf(name: PageName): string {
  return `prototxtLens.${name}`;
}

export function createPanel<Name extends PageName>(
  context: vscode.ExtensionContext,
  name: Name,
  title: string,
  receive: (message: Pages[Name]['from']) => void,
): Panel<Name> {
  const view = vscode.window.createWebviewPanel(viewTypeOf(name), title, {
    viewColumn: vscode.ViewColumn.Beside,
    preserveFocus: true,
  });
  return fillPanel(context, name, view, receive);
}

/** Fills a panel: a new one, or one that VS Code has kept over a restart. */
export function fillPanel<Name extends PageName>(
  context: vscode.ExtensionContext,
  name: Name,
  view: vscode.WebviewPanel,
  receive: (message: Pages[Name]['from']) => void,
): Panel<Name> {
  const { webview } = view;
  webview.options = { enableScripts: true, localResourceRoots: [] };
  let last = 0;
  /** Until the page says what it has heard. VS Code keeps what a page can't hear yet, which it doesn't promise. */
  let pending: readonly Numbered<Pages[Name]['to']>[] | undefined = [];
  const send = (numbered: Numbered<Pages[Name]['to']>): void => void webview.postMessage(numbered);
  webview.onDidReceiveMessage((message: Pages[Name]['from']) => {
    if (message.kind === 'ready') {
      const { received } = message;
      pending?.filter(({ number }) => number > received).forEach(send);
      pending = undefined;
    }
    receive(message);
  });
  void partsOf(context, name).then((parts) => (webview.html = page(parts)));
  return {
    view,
    post: (message) => {
      const numbered = { number: ++last, message };
      pending &&= [...pending, numbered];
      send(numbered);
    },
  };
}

interface Parts {
  readonly style: string;
  readonly script: string;
  readonly worker: string;
}

const known = new Map<PageName, Promise<Parts>>();

/** Reads what a page is made of, which is kept. */
export function partsOf({ extensionUri }: vscode.ExtensionContext, name: PageName): Promise<Parts> {
  const read = async (file: string): Promise<string> =>
    new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name, file)),
    );
  const kept = known.get(name);
  if (kept) return kept;
  const parts = Promise.all([read('main.css'), read('main.js'), working.has(name) ? read('worker.js') : '']).then(
    ([style, script, worker]) => ({ style, script, worker }),
  );
  known.set(name, parts);
  return parts;
}

/**
 * Nothing but its own script and style, the worker that the script starts, WebAssembly that it is given, and pictures that it
 * draws itself. They stand in the page: what it would fetch comes through the service worker of VS Code, one after the other.
 */
function page({ style, script, worker }: Parts): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src 'nonce-${nonce}'`,
    'worker-src blob:',
    'img-src data:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <style nonce="${nonce}">${inside('style', style)}</style>
</head>
<body>
  <script type="text/plain" id="worker">${inside('script', worker)}</script>
  <script nonce="${nonce}">${inside('script', script)}</script>
</body>
</html>`;
}

/** A text as it may stand in an element: what would end it is spelt otherwise, which means the same in a string of JavaScript or CSS. */
function inside(element: 'script' | 'style', text: string): string {
  return text.replaceAll(new RegExp(`<(/${element}|!--)`, 'gi'), '<\\$1');
}

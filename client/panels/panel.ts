/** The only place that creates webview panels: their pages, what these may load, and messages in both directions. */
import * as vscode from 'vscode';
import type { Numbered } from '#protocol/page';
import type { PageName, Pages } from '#protocol/pages';

export interface Panel<Name extends PageName> {
  readonly view: vscode.WebviewPanel;
  /** Can be called at once: the page receives the message when it is ready. */
  readonly post: (message: Pages[Name]['to']) => void;
}

/** Pages whose script starts a worker. */
const pagesWithWorker: ReadonlySet<PageName> = new Set<PageName>(['net', 'weights']);

/** The view type under which VS Code restores a page's panel. */
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

/** Sets up the page in a new panel, or in one that VS Code restores after a restart. */
export function fillPanel<Name extends PageName>(
  context: vscode.ExtensionContext,
  name: Name,
  view: vscode.WebviewPanel,
  receive: (message: Pages[Name]['from']) => void,
): Panel<Name> {
  const { webview } = view;
  webview.options = { enableScripts: true, localResourceRoots: [] };
  let last = 0;
  /**
   * Messages until the page reports what it has received. VS Code queues them for a page that is loading, but does not
   * guarantee it.
   */
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

/** Reads the script, style and worker of a page, and caches them. */
export function partsOf({ extensionUri }: vscode.ExtensionContext, name: PageName): Promise<Parts> {
  const read = async (file: string): Promise<string> =>
    new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'webview', name, file)),
    );
  const kept = known.get(name);
  if (kept) return kept;
  const parts = Promise.all([
    read('main.css'),
    read('main.js'),
    pagesWithWorker.has(name) ? read('worker.js') : '',
  ]).then(([style, script, worker]) => ({ style, script, worker }));
  known.set(name, parts);
  return parts;
}

/**
 * Allows only the page's own script and style, the worker that the script starts, WebAssembly that it is given, and images that
 * it draws itself. All of these are inlined: VS Code would serve fetched files through its service worker, one after the other.
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

/**
 * Escapes text for a script or style element: the end tag is written in a way that means the same in a string of JavaScript or
 * CSS.
 */
function inside(element: 'script' | 'style', text: string): string {
  return text.replaceAll(new RegExp(`<(/${element}|!--)`, 'gi'), '<\\$1');
}

/** The one place that makes a webview panel: its page, what the page may load, and messages in both directions. */
import * as vscode from 'vscode';
import type { PageName, Pages } from '#webview/messages';

export interface Panel<Name extends PageName> {
  readonly view: vscode.WebviewPanel;
  readonly post: (message: Pages[Name]['to']) => void;
}

/** Pages whose script starts a worker: it is fetched beside the script, not behind it. */
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
  const view = vscode.window.createWebviewPanel(viewTypeOf(name), title, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  return furnish(context, name, view, receive);
}

/** Fills a panel: a new one, or one that VS Code has kept over a restart. */
export function furnish<Name extends PageName>(
  context: vscode.ExtensionContext,
  name: Name,
  view: vscode.WebviewPanel,
  receive: (message: Pages[Name]['from']) => void,
): Panel<Name> {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview', name);
  const { webview } = view;
  webview.options = { enableScripts: true, localResourceRoots: [folder] };
  webview.onDidReceiveMessage(receive);
  webview.html = page(webview, folder, name);
  return { view, post: (message) => void webview.postMessage(message) };
}

/** Nothing but its own script and style, the worker that the script starts, WebAssembly that it is given, and pictures that it draws itself. */
function page(webview: vscode.Webview, folder: vscode.Uri, name: PageName): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const own = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
  const policy = [
    "default-src 'none'", `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`, `style-src 'nonce-${nonce}'`,
    `connect-src ${webview.cspSource}`, 'worker-src blob:', 'img-src data:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
${working.has(name) ? `  <link rel="preload" as="fetch" crossorigin="anonymous" href="${own('worker.js')}">\n` : ''}  <link rel="stylesheet" nonce="${nonce}" href="${own('main.css')}">
</head>
<body data-worker="${own('worker.js')}">
  <script nonce="${nonce}" src="${own('main.js')}"></script>
</body>
</html>`;
}

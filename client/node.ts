/** The extension in a host of Node: the server is a process of its own. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startClient } from './extension';

let client: ReturnType<typeof startClient> | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server/node.cjs');
  client = startClient(context, (options) => {
    const server = { module, transport: TransportKind.ipc };
    return new LanguageClient('prototxtLens', 'Prototxt Lens', { run: server, debug: server }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}

/** The extension in a host of Node: the server is a process of its own. */
import { join } from 'node:path';
import * as vscode from 'vscode';
import { startClient } from './extension';
import { nextTurn, type Server } from './server';
import { forkServer } from './server-process';

const fork = forkServer(join(__dirname, '../server/node.cjs'));

/** The editor takes its time from reading this file to `activate`: meanwhile the server starts, and the language client is loaded. */
const loading = nextTurn().then(async () => {
  const first = fork();
  // A bundle of its own, see esbuild.mjs.
  const { clientOf } = await import('./language-client');
  return { first, clientOf };
});
// Told by whoever waits for it.
loading.catch(() => undefined);

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  server = startClient(context, async (options) => {
    const { first, clientOf } = await loading;
    return clientOf(options, fork, first);
  });
  // Set by `npm start`.
  if (process.env['PROTOTXT_LENS_FIRST_STEPS'] !== undefined)
    void vscode.commands.executeCommand('prototxtLens.firstSteps');
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

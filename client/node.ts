/** The extension in a Node host: the server is a separate process. */
import { join } from 'node:path';
import * as vscode from 'vscode';
import { startClient } from './extension';
import { nextTurn, type Server } from './server';
import { forkServer } from './server-process';
import { writeFile } from './write-file';

const fork = forkServer(join(__dirname, '../server/node.cjs'));

/** Starts the server and loads the language client before `activate`, which VS Code calls some time after loading this file. */
const loading = nextTurn().then(async () => {
  const first = fork();
  // A separate bundle, see esbuild.mjs.
  const { clientOf } = await import('./language-client');
  return { first, clientOf };
});
// Reported by the code that awaits it.
loading.catch(() => undefined);

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  server = startClient(
    context,
    async (options) => {
      const { first, clientOf } = await loading;
      return clientOf(options, fork, first);
    },
    writeFile,
  );
  // Set by `npm start`.
  if (process.env['PROTOTXT_LENS_FIRST_STEPS'] !== undefined)
    void vscode.commands.executeCommand('prototxtLens.firstSteps');
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

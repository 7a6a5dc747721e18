/** The part of the extension that both hosts share: the language client, its commands, and the status bar. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerExplainError } from './commands/explain-error';
import { registerSchema, useSchema } from './commands/choose-schema';
import { registerChooseState } from './commands/choose-state';
import { registerExportWeights } from './commands/export-weights';
import { registerPairWeights } from './commands/pair-weights';
import { previewWeights, registerPreviewWeights } from './commands/preview-weights';
import { registerShowNet } from './commands/show-net';
import { registerWriting } from './commands/writing';
import { section, selector } from './nets';
import { netPanel } from './panels/net';
import { registerShowSignal } from './commands/show-signal';
import { signalPanel } from './panels/signal';
import { weightsPanel } from './panels/weights';
import { statusOfState } from './status';

export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What the server may put into lenses and proposals. */
const commands = [previewWeights, useSchema, 'editor.action.triggerSuggest'];

/** Starts the server without waiting for it: the editor is not held up. */
export function startClient(context: vscode.ExtensionContext, makeClient: MakeClient): BaseLanguageClient {
  const watchers = ['**/*.prototxt', '**/*.proto', '**/*.binaryproto', '**/*.caffemodel'].map((glob) => vscode.workspace.createFileSystemWatcher(glob));
  const client = makeClient({
    documentSelector: selector,
    synchronize: { configurationSection: section, fileEvents: watchers },
    // A configuration has functions in it, which can't be sent.
    initializationOptions: { ...(JSON.parse(JSON.stringify(vscode.workspace.getConfiguration(section))) as object), commands },
  });
  const signal = signalPanel(context, client);
  const weights = weightsPanel(context, client);
  const net = netPanel(context, client);
  void vscode.commands.executeCommand('setContext', 'prototxtLens.active', true);
  context.subscriptions.push(
    ...watchers,
    registerChooseState(context, client),
    vscode.commands.registerCommand('prototxtLens.restartServer', async () => {
      await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand('prototxtLens.showOutput', () => client.outputChannel.show()),
    statusOfState(client),
    registerSchema(client),
    signal,
    weights,
    registerShowSignal(signal),
    registerPreviewWeights(weights),
    registerExportWeights(client),
    registerPairWeights(context, client),
    net,
    registerShowNet(net),
    registerWriting(client),
    registerExplainError(client),
  );
  client.start().catch((error: unknown) => {
    void vscode.window.showErrorMessage(vscode.l10n.t('The Prototxt language server did not start: {0}', String(error)));
  });
  return client;
}

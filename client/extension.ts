/** The part of the extension that both hosts share: the language client, its commands, and the status bar. */
import * as vscode from 'vscode';
import type { HoverMiddleware } from 'vscode-languageclient';
import { acceptNames, chooseProto, previewWeights, triggerSuggest, upgradeModel, useSchema } from '#protocol/commands';
import type { WriteFile } from './files';
import { inNotification } from './labels';
import { registerAcceptNames } from './commands/accept-names';
import { registerChooseProto } from './commands/choose-proto';
import { rememberNets } from './commands/cursor';
import { registerExplainError } from './commands/explain-error';
import { registerSchema } from './commands/choose-schema';
import { registerTargets } from './commands/choose-targets';
import { registerChooseState } from './commands/choose-state';
import { registerExportOnnx } from './commands/export-onnx';
import { registerExportWeights } from './commands/export-weights';
import { registerNewFile } from './commands/new-file';
import { registerPairWeights } from './commands/pair-weights';
import { registerPreviewWeights } from './commands/preview-weights';
import { registerRunNet } from './commands/run-net';
import { registerShowNet } from './commands/show-net';
import { registerUpgradeModel } from './commands/upgrade-model';
import { registerWriting } from './commands/writing';
import { section, selector } from './nets';
import { registerProblemPages } from './problem-pages';
import { registerModelEditor } from './panels/model';
import { netPanel } from './panels/net';
import { runPanel } from './panels/run';
import { registerShowSignal } from './commands/show-signal';
import { signalPanel } from './panels/signal';
import { weightsPanel } from './panels/weights';
import { connectServer, type Connect, type Server } from './server';
import { statusOfState } from './status';
import { registerTools } from './tools';

/** The commands that the server may use in lenses, completions and code actions. */
const commands = [previewWeights, useSchema, chooseProto, acceptNames, upgradeModel, triggerSuggest];

/** Starts the server without waiting for it, so as not to delay activation. */
export function startClient(context: vscode.ExtensionContext, connect: Connect, write: WriteFile): Server {
  const watchers = ['**/*.prototxt', '**/*.proto', '**/*.binaryproto', '**/*.caffemodel', '**/*.target.json'].map(
    (glob) => vscode.workspace.createFileSystemWatcher(glob),
  );
  const options = {
    documentSelector: selector,
    synchronize: { configurationSection: section, fileEvents: watchers },
    middleware: { provideHover },
    // A configuration object contains functions, which can't be sent.
    initializationOptions: () => ({
      ...(JSON.parse(JSON.stringify(vscode.workspace.getConfiguration(section))) as object),
      commands,
      watchesFiles: true,
      problemPages: true,
      trusted: vscode.workspace.isTrusted,
    }),
  };
  const server = connectServer(connect, options, (error) => {
    void vscode.window.showErrorMessage(
      inNotification(vscode.l10n.t('The Prototxt language server did not start: {0}', String(error))),
    );
  });
  const signal = signalPanel(context, server, write);
  const weights = weightsPanel(context, server, write);
  const net = netPanel(context, server, write);
  const run = runPanel(context, server, write);
  void vscode.commands.executeCommand('setContext', 'prototxtLens.active', true);
  context.subscriptions.push(
    ...watchers,
    rememberNets(),
    // After a restart, the server reads what it did not read before.
    vscode.workspace.onDidGrantWorkspaceTrust(() => server.restart()),
    registerChooseState(context, server),
    vscode.commands.registerCommand('prototxtLens.restartServer', async () => {
      await server.restart();
      void vscode.window.showInformationMessage(vscode.l10n.t('The Prototxt language server was restarted.'));
    }),
    vscode.commands.registerCommand('prototxtLens.showOutput', server.showOutput),
    statusOfState(server),
    registerSchema(server),
    registerTargets(server),
    registerChooseProto(server),
    registerAcceptNames(),
    signal,
    weights,
    registerShowSignal(signal),
    registerPreviewWeights(weights),
    registerExportWeights(server, write),
    registerExportOnnx(server),
    registerUpgradeModel(server),
    registerPairWeights(context, server),
    registerModelEditor(context, server),
    net,
    registerShowNet(net),
    run,
    registerRunNet(run),
    registerWriting(server),
    registerExplainError(server),
    registerNewFile(context),
    registerProblemPages(context),
    registerTools(context, server),
  );
  return server;
}

/** Completes the walkthrough's step that asks for a hover on a filler. */
const provideHover: NonNullable<HoverMiddleware['provideHover']> = async (document, position, token, next) => {
  const hover = await next(document, position, token);
  const text = hover?.contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
  if (text?.includes('fan_in') === true)
    void vscode.commands.executeCommand('setContext', 'prototxtLens.hoveredFiller', true);
  return hover;
};

/** The part of the extension that both hosts share: the language client, its commands, and the status bar. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerExplainError } from './commands/explain-error';
import { registerExportWeights } from './commands/export-weights';
import { registerPairWeights } from './commands/pair-weights';
import { previewWeights, registerPreviewWeights } from './commands/preview-weights';
import { registerShowNet } from './commands/show-net';
import { registerWriting } from './commands/writing';
import { isNet, section, selector } from './nets';
import { netPanel } from './panels/net';
import { registerShowSignal } from './commands/show-signal';
import { signalPanel } from './panels/signal';
import { weightsPanel } from './panels/weights';

export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

const phases = ['auto', 'TRAIN', 'TEST'] as const;
/** What the server may put into lenses and proposals. */
const commands = [previewWeights, 'editor.action.triggerSuggest'];

/** Starts the server without waiting for it: the editor is not held up. */
export function startClient(context: vscode.ExtensionContext, makeClient: MakeClient): BaseLanguageClient {
  const watchers = ['**/*.prototxt', '**/*.binaryproto', '**/*.caffemodel'].map((glob) => vscode.workspace.createFileSystemWatcher(glob));
  const client = makeClient({
    documentSelector: selector,
    synchronize: { configurationSection: section, fileEvents: watchers },
    // A configuration has functions in it, which can't be sent.
    initializationOptions: { ...(JSON.parse(JSON.stringify(vscode.workspace.getConfiguration(section))) as object), commands },
  });
  const signal = signalPanel(context, client);
  const weights = weightsPanel(context, client);
  const net = netPanel(context, client);
  context.subscriptions.push(
    ...watchers,
    vscode.commands.registerCommand('prototxtLens.choosePhase', choosePhase),
    vscode.commands.registerCommand('prototxtLens.restartServer', async () => {
      await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand('prototxtLens.showOutput', () => client.outputChannel.show()),
    statusOfPhase(),
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

/** Which phase is shown, for editors of nets. */
function statusOfPhase(): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('prototxtLens.phase', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Caffe Phase');
  item.command = 'prototxtLens.choosePhase';
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isNet(document)) return item.hide();
    const phase = phaseSetting();
    item.text = `Caffe: ${phase}`;
    item.tooltip =
      phase === 'auto'
        ? vscode.l10n.t('Checked in TRAIN and TEST, as far as the net serves them. Click to choose one.')
        : vscode.l10n.t('Checked and shown in {0}. Click to choose another.', phase);
    item.show();
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) update();
    }),
  );
}

async function choosePhase(): Promise<void> {
  const details = {
    auto: vscode.l10n.t('All that the net serves'),
    TRAIN: vscode.l10n.t('As the solver trains it'),
    TEST: vscode.l10n.t('As it is tested and deployed'),
  };
  const chosen = await vscode.window.showQuickPick(
    phases.map((phase) => ({ label: phase, description: details[phase] })),
    { placeHolder: vscode.l10n.t('The phase that nets are checked and shown in') },
  );
  if (chosen) await vscode.workspace.getConfiguration(section).update('phase', chosen.label, targetOfSettings());
}

function phaseSetting(): string {
  return vscode.workspace.getConfiguration(section).get<string>('phase', 'auto');
}

function targetOfSettings(): vscode.ConfigurationTarget {
  return vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}

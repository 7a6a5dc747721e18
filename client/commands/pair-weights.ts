/**
 * "Load Weights from .caffemodel…": chooses the weights file that a net starts from, for the workspace. A comment in the net takes
 * precedence.
 */
import * as vscode from 'vscode';
import { upgradeModel } from '#protocol/commands';
import { inLabel, inNotification } from '../labels';
import type { PairAnswer } from '#protocol/requests';
import { isNet } from '../nets';
import { chosenFor } from './chosen';
import type { Server } from '../server';
import { netAsked } from './cursor';

export const pairWeights = 'prototxtLens.pairWeights';

export function registerPairWeights(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const send = (uri: string, model: string | null): Promise<PairAnswer> =>
    server.request('prototxt/weights/pair', { uri, model });
  /** URIs of models. */
  const pairs = chosenFor<string>(context, server, 'prototxtLens.pairs', send);

  async function choose(about?: unknown): Promise<void> {
    const uri = netAsked(about);
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    if (!document || !isNet(document))
      return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net to compare it with a weights file.'));
    const model = await askFor(document.uri, pairs.of(document.uri));
    if (model === undefined) return;
    await pairs.choose(document.uri, model);
    report(await send(document.uri.toString(), model), model);
  }

  return vscode.Disposable.from(pairs, vscode.commands.registerCommand(pairWeights, choose));
}

/** Null to remove the choice, undefined if the user cancelled. */
async function askFor(net: vscode.Uri, known: string | undefined): Promise<string | null | undefined> {
  if (known !== undefined) {
    const other = { label: vscode.l10n.t('Another file…'), none: false };
    const none = { label: vscode.l10n.t('No file: use the fillers'), none: true };
    const chosen = await vscode.window.showQuickPick([other, none], {
      placeHolder: vscode.l10n.t('Currently {0}', inLabel(known.split('/').at(-1) ?? known)),
    });
    if (!chosen) return undefined;
    if (chosen.none) return null;
  }
  const [model] =
    (await vscode.window.showOpenDialog({
      defaultUri: vscode.Uri.joinPath(net, '..'),
      filters: { caffemodel: ['caffemodel'] },
      title: vscode.l10n.t('Select the weights file that the net is initialized from'),
    })) ?? [];
  return model?.toString();
}

function report({ problem, comment, isOld }: PairAnswer, model: string | null): void {
  if (isOld && model !== null) void offerUpgrade(model);
  if (problem !== undefined) void vscode.window.showErrorMessage(inNotification(problem));
  if (comment !== undefined)
    void vscode.window.showInformationMessage(
      inNotification(vscode.l10n.t('A comment in the net names {0}, which takes precedence.', comment)),
    );
}

async function offerUpgrade(model: string): Promise<void> {
  const upgrade = vscode.l10n.t('Upgrade…');
  const said = vscode.l10n.t(
    '{0} has an old format, which current converters do not read.',
    model.split('/').at(-1) ?? model,
  );
  if ((await vscode.window.showInformationMessage(inNotification(said), upgrade)) === upgrade)
    await vscode.commands.executeCommand(upgradeModel, model);
}

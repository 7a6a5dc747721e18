/** Rewrites a `.caffemodel` of V0 or V1 layers as a file of the current format: asked for by a quick fix, or after pairing. */
import * as vscode from 'vscode';
import { layersInWords } from '../counted';
import { upgradeModel } from '#protocol/commands';
import { nameOf } from '../files';
import { inNotification } from '../labels';
import type { Server } from '../server';
import { writtenByServer } from './written';

export function registerUpgradeModel(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand(upgradeModel, async (about?: unknown) => {
    if (typeof about !== 'string') return;
    const model = vscode.Uri.parse(about);
    const to = await vscode.window.showSaveDialog({
      defaultUri: model.with({ path: model.path.replace(/(\.caffemodel)?$/, '.upgraded.caffemodel') }),
      filters: { caffemodel: ['caffemodel'] },
      title: vscode.l10n.t('Where to write the upgraded weights'),
    });
    if (!to) return;
    const file = nameOf(to);
    const params = { model: model.toString(), to: to.toString() };
    const answer = await writtenByServer(
      server,
      'prototxt/weights/upgrade',
      params,
      vscode.l10n.t('Upgrading {0}', nameOf(model)),
    );
    switch (answer.kind) {
      case 'written':
        return void vscode.window.showInformationMessage(
          inNotification(vscode.l10n.t('Wrote {0}: {1}, the same weights.', file, layersInWords(answer.layers))),
        );
      case 'current':
        return void vscode.window.showInformationMessage(
          inNotification(vscode.l10n.t('{0} has the current format: nothing was written.', nameOf(model))),
        );
      case 'cancelled':
        return void vscode.window.showInformationMessage(inNotification(vscode.l10n.t('{0} was not written.', file)));
      case 'problem':
        return void vscode.window.showErrorMessage(inNotification(answer.message));
    }
  });
}

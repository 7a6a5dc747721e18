/** The values of a weights file as a `.npz`: asks where to; then the server writes, with progress and a way to cancel. */
import * as vscode from 'vscode';
import { blobsInWords } from '../counted';
import { nameOf } from '../files';
import { inNotification } from '../labels';
import type { Server } from '../server';
import { writtenByServer } from './written';

export async function exportModel(server: Server, model: vscode.Uri): Promise<void> {
  const to = await vscode.window.showSaveDialog({
    defaultUri: model.with({ path: model.path.replace(/\.(caffemodel|binaryproto)$/, '').concat('.npz') }),
    filters: { npz: ['npz'] },
    title: vscode.l10n.t('Where to write the values'),
  });
  if (!to) return;
  const file = nameOf(to);
  const params = { uri: model.toString(), to: to.toString() };
  const answer = await writtenByServer(server, 'prototxt/model/export', params, vscode.l10n.t('Writing {0}', file));
  switch (answer.kind) {
    case 'written': {
      const values = answer.values.toLocaleString(vscode.env.language);
      const done = vscode.l10n.t('Wrote {0}: {1}, {2} values.', file, blobsInWords(answer.blobs), values);
      if (answer.lists === 0) return void vscode.window.showInformationMessage(inNotification(done));
      const doubt = vscode.l10n.t(
        'Blobs written as lists, since their values do not match their shape: {0}.',
        answer.lists,
      );
      return void vscode.window.showWarningMessage(inNotification(`${done} ${doubt}`));
    }
    case 'cancelled':
      return void vscode.window.showInformationMessage(inNotification(vscode.l10n.t('{0} was not written.', file)));
    case 'problem':
      return void vscode.window.showErrorMessage(inNotification(answer.message));
  }
}

/** "Choose a proto for this file…": lets the user choose one, and writes the comment that names it. */
import * as vscode from 'vscode';
import { inNotification } from '../labels';
import { chooseProto } from '#protocol/commands';
import { applyEdits } from '../edits';
import { nameOf } from '../files';
import { isNet } from '../nets';
import type { Server } from '../server';

export function registerChooseProto(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand(chooseProto, async (about?: unknown) => {
    const uri = typeof about === 'string' ? vscode.Uri.parse(about) : vscode.window.activeTextEditor?.document.uri;
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    if (!document || !isNet(document))
      return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net first.'));
    const [proto] =
      (await vscode.window.showOpenDialog({
        defaultUri: vscode.Uri.joinPath(document.uri, '..'),
        filters: { proto: ['proto'] },
        title: vscode.l10n.t('Select the proto for {0}', nameOf(document.uri)),
      })) ?? [];
    if (!proto) return;
    const edits = await server.request('prototxt/schema/write', {
      uri: document.uri.toString(),
      schema: { kind: 'proto', uri: proto.toString() },
    });
    if (edits) return applyEdits(document.uri, edits);
    void vscode.window.showErrorMessage(
      inNotification(
        vscode.l10n.t('There is no relative path from {0} to {1}.', nameOf(document.uri), proto.toString()),
      ),
    );
  });
}

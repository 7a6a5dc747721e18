/** "Show Signal": of the net in the editor, with the layer under the cursor marked. */
import * as vscode from 'vscode';
import type { DocumentPanel } from '../panels/document-panel';

export function registerShowSignal({ show }: DocumentPanel<'signal'>): vscode.Disposable {
  return vscode.commands.registerCommand('prototxtLens.showSignal', async (about?: unknown) => {
    const editor = vscode.window.activeTextEditor;
    const uri = about instanceof vscode.Uri ? about : editor?.document.uri;
    if (!uri) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net first: how its signal travels is shown beside it.'));
    const line = editor?.document.uri.toString() === uri.toString() ? editor.selection.active.line : undefined;
    return show(uri, line === undefined ? undefined : { kind: 'cursor', line });
  });
}

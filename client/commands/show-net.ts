/** "Show Net": the graph and table of the net beside its text, at the layer under the cursor. */
import * as vscode from 'vscode';
import type { DocumentPanel } from '../panels/document-panel';

export const showNet = 'prototxtLens.showNet';

/** The editor's own menus pass a Uri, the palette nothing. */
export function registerShowNet({ show }: DocumentPanel<'net'>): vscode.Disposable {
  return vscode.commands.registerCommand(showNet, async (about?: vscode.Uri) => {
    const editor = vscode.window.activeTextEditor;
    const uri = about instanceof vscode.Uri ? about : editor?.document.uri;
    if (!uri) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net first: it is drawn beside its text.'));
    const line = editor?.document.uri.toString() === uri.toString() ? editor.selection.active.line : undefined;
    return show(uri, line === undefined ? undefined : { kind: 'cursor', line });
  });
}

/** "Show Net": the graph and table of the net beside its text, at the layer under the cursor. */
import * as vscode from 'vscode';
import type { DocumentPanel } from '../panels/document-panel';
import { cursorIn, netAsked } from './cursor';

/** The editor's menus pass a Uri, the command palette nothing. */
export function registerShowNet({ show }: DocumentPanel<'net'>): vscode.Disposable {
  return vscode.commands.registerCommand('prototxtLens.showNet', async (about?: vscode.Uri) => {
    const uri = netAsked(about);
    if (!uri) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net to show it.'));
    return show(uri, cursorIn(uri));
  });
}

/** "Show Signal": the signal of the net in the editor, with the layer at the cursor marked. */
import * as vscode from 'vscode';
import type { DocumentPanel } from '../panels/document-panel';
import { cursorIn, netAsked } from './cursor';

export function registerShowSignal({ show }: DocumentPanel<'signal'>): vscode.Disposable {
  return vscode.commands.registerCommand('prototxtLens.showSignal', async (about?: unknown) => {
    const uri = netAsked(about);
    if (!uri) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net to show its signal.'));
    return show(uri, cursorIn(uri));
  });
}

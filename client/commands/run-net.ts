/** "Run Net with Initial Weights": opens the panel of runs beside the net, which starts one. */
import * as vscode from 'vscode';
import type { DocumentPanel } from '../panels/document-panel';
import { netAsked } from './cursor';

export function registerRunNet({ show }: DocumentPanel<'run'>): vscode.Disposable {
  return vscode.commands.registerCommand('prototxtLens.runNet', async (about?: unknown) => {
    const uri = netAsked(about);
    if (!uri) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net to run it.'));
    return show(uri, { kind: 'begin' });
  });
}

/** "Preview Initial Weights": for the layer that a lens names, else for the one at the cursor. */
import * as vscode from 'vscode';
import { previewWeights } from '#protocol/commands';
import type { DocumentPanel } from '../panels/document-panel';
import { cursorIn, netAsked } from './cursor';

/** The editor's menus pass a Uri, a lens a string and its layer's name, the command palette nothing. */
export function registerPreviewWeights({ show }: DocumentPanel<'weights'>): vscode.Disposable {
  return vscode.commands.registerCommand(previewWeights, async (about?: vscode.Uri | string, layer?: unknown) => {
    const uri = typeof about === 'string' ? vscode.Uri.parse(about) : netAsked(about);
    if (!uri) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net to preview its weights.'));
    if (typeof layer === 'string') return show(uri, { kind: 'show', layer });
    return show(uri, cursorIn(uri));
  });
}

/** Numbers of things in notifications and lists, in the language of the editor. */
import * as vscode from 'vscode';

export function layersInWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 layer') : vscode.l10n.t('{0} layers', count);
}

export function blobsInWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 blob') : vscode.l10n.t('{0} blobs', count);
}

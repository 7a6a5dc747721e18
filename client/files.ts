/** Names of files and messages about them, as shown to the user. */
import * as vscode from 'vscode';
import { inNotification } from './labels';

export function nameOf({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? path;
}

/** Writes a file: completely, or not at all. */
export type WriteFile = (to: vscode.Uri, bytes: Uint8Array) => Thenable<void>;

/** Runs what writes a file, and shows the reason if that fails. */
export async function writing(file: vscode.Uri, write: () => Thenable<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      inNotification(vscode.l10n.t('{0} was not written: {1}', nameOf(file), reason)),
    );
  }
}

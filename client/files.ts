/** Files as the person is told of them. */
import * as vscode from 'vscode';

/** The path's last part. */
export function nameOf({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? path;
}

/** Runs what writes a file, and says why where it could not be written. */
export async function writing(file: vscode.Uri, write: () => Thenable<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not written: {1}', nameOf(file), reason));
  }
}

/** Writes files in a Node host. */
import * as vscode from 'vscode';

/** VS Code truncates a file on the disk before it writes; this writer replaces it by a complete one. */
export async function writeFile(to: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (to.scheme !== 'file') return vscode.workspace.fs.writeFile(to, bytes);
  const { createFile } = await import('#project/node/writer');
  const sink = await createFile(to.fsPath, 'replace');
  try {
    await sink.write(bytes);
    await sink.commit();
  } catch (error) {
    await sink.abandon().catch(() => undefined);
    throw error;
  }
}

/** Saves what a panel shows as a file beside the net. */
import * as vscode from 'vscode';
import { nameOf, writing, type WriteFile } from '../files';

/** `kind`: what the panel shows, a part of the proposed name: `lenet.signal.png`. */
export async function saveBeside(
  net: string,
  kind: string,
  extension: string,
  bytes: Uint8Array,
  write: WriteFile,
): Promise<void> {
  const of = vscode.Uri.parse(net);
  const name = nameOf(of).replace(/\.prototxt$/, '');
  const to = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(of, '..', `${name}.${kind}.${extension}`),
    filters: { [extension]: [extension] },
  });
  if (to) await writing(to, () => write(to, bytes));
}

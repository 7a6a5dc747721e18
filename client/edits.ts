/** Converts positions and edits from LSP to the editor's types. */
import * as vscode from 'vscode';
import type { Range, TextEdit } from 'vscode-languageserver-types';

export function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Applies edits as one undo step, without saving the file. */
export async function applyEdits(uri: vscode.Uri, edits: readonly TextEdit[]): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.set(
    uri,
    edits.map(({ range, newText }) => vscode.TextEdit.replace(rangeOf(range), newText)),
  );
  await vscode.workspace.applyEdit(change);
}

import * as vscode from 'vscode';

/** What a panel is told of the cursor, where the document is the one in the editor. */
export function cursorIn(uri: vscode.Uri): { readonly kind: 'cursor'; readonly line: number } | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString()
    ? { kind: 'cursor', line: editor.selection.active.line }
    : undefined;
}

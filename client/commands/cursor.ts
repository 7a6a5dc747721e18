import * as vscode from 'vscode';

/** The message about the cursor's line, if the document is in the active editor. */
export function cursorIn(uri: vscode.Uri): { readonly kind: 'cursor'; readonly line: number } | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uri.toString()
    ? { kind: 'cursor', line: editor.selection.active.line }
    : undefined;
}

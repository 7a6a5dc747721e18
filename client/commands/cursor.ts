/** The net that a command is about, and the cursor in it. */
import * as vscode from 'vscode';
import { isNet } from '../nets';

interface Used {
  readonly document: vscode.TextDocument;
  readonly line: number;
}

/** Of the net that was in the active editor last: a walkthrough, a panel or another file may be active by now. */
let last: Used | undefined;

/** Keeps track of the net that was used last. */
export function rememberNets(): vscode.Disposable {
  const remember = (editor: vscode.TextEditor | undefined): void => {
    if (editor && isNet(editor.document)) last = { document: editor.document, line: editor.selection.active.line };
  };
  remember(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(remember),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) remember(textEditor);
    }),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (document === last?.document) last = undefined;
    }),
  );
}

/** `about` if a menu passes it, else the net in the active editor, else the one that was used last, else what is active. */
export function netAsked(about: unknown): vscode.Uri | undefined {
  if (about instanceof vscode.Uri) return about;
  const active = vscode.window.activeTextEditor?.document;
  return active && isNet(active) ? active.uri : (last?.document.uri ?? active?.uri);
}

/** The line of the cursor, from 0; undefined if the document is not the net that was used last. */
export function lineIn(uri: vscode.Uri): number | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.uri.toString() === uri.toString()) return editor.selection.active.line;
  return last?.document.uri.toString() === uri.toString() ? last.line : undefined;
}

/** The message to a panel about the cursor's line. */
export function cursorIn(uri: vscode.Uri): { readonly kind: 'cursor'; readonly line: number } | undefined {
  const line = lineIn(uri);
  return line === undefined ? undefined : { kind: 'cursor', line };
}

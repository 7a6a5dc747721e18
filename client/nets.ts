/** The documents that the extension handles. */
import * as vscode from 'vscode';

export const section = 'prototxtLens';

/** By language, or by name if another extension has claimed the file type. */
export const selector = [{ language: 'prototxt' }, { pattern: '**/*.prototxt' }];

export function isNet(document: vscode.TextDocument): boolean {
  return vscode.languages.match(selector, document) > 0;
}

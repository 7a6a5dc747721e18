/** Which documents are the extension's. */
import * as vscode from 'vscode';

export const section = 'prototxtLens';

/** By language, or by name where another extension has claimed the files. */
export const selector = [{ language: 'prototxt' }, { pattern: '**/*.prototxt' }];

export function isNet(document: vscode.TextDocument): boolean {
  return vscode.languages.match(selector, document) > 0;
}

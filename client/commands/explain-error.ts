/** "Explain Caffe Error…": finds the field that a message in a log refers to. */
import * as vscode from 'vscode';
import { inNotification } from '../labels';
import type { Explained } from '#protocol/requests';
import { rangeOf } from '../edits';
import { isNet } from '../nets';
import type { Server } from '../server';
import { netAsked } from './cursor';

export function registerExplainError(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('prototxtLens.explainError', async (pasted?: unknown) => {
    const uri = netAsked(undefined);
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    if (!document || !isNet(document))
      return void vscode.window.showInformationMessage(
        vscode.l10n.t('First open the net or solver that Caffe was started with.'),
      );
    const log = typeof pasted === 'string' ? pasted : await askForLog();
    if (log === undefined) return;
    const found = await server.request('prototxt/explain', { uri: document.uri.toString(), log });
    await show(document, found);
  });
}

/** The clipboard's content if it looks like a log; otherwise asks the user for one. */
async function askForLog(): Promise<string | undefined> {
  // Not in browsers: they ask for permission before the clipboard is read.
  const copied = vscode.env.uiKind === vscode.UIKind.Desktop ? await vscode.env.clipboard.readText() : '';
  if (looksLikeLog.test(copied)) return copied;
  return vscode.window.showInputBox({
    prompt: vscode.l10n.t('Paste the error, or the end of the log'),
    placeHolder: 'Error parsing text-format caffe.NetParameter: 394:9: …',
    ignoreFocusOut: true,
  });
}

const looksLikeLog =
  /Error parsing text-format|ParseError: \d+:\d+|has no field named|Check failed|Unknown bottom blob|[Uu]nknown layer type|produced by multiple sources|Top shape|Creat(?:ing|ed) Layer|Can't create layer|Op not support|\bE11\d{3}\b|out of memory|loss ?[=:] ?(?:87\.33|-?nan)|\b[IWEF]\d{4} \d\d:/;

/** One explanation at a time, at its place; a button leads to the next. VS Code shows only notifications with buttons in full. */
async function show(document: vscode.TextDocument, found: readonly Explained[]): Promise<void> {
  for (const [i, { message, range }] of found.entries()) {
    if (range) {
      const selection = rangeOf(range);
      const editor = await vscode.window.showTextDocument(document, { selection });
      editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
    const next = i + 1 < found.length ? [vscode.l10n.t('Next Message ({0} of {1})', i + 2, found.length)] : [];
    const copy = vscode.l10n.t('Copy');
    const chosen = await vscode.window.showInformationMessage(inNotification(message), ...next, copy);
    if (chosen === copy) await vscode.env.clipboard.writeText(message);
    if (chosen === undefined || chosen === copy) return;
  }
}

/** "Explain Caffe Error…": takes what Caffe logged and goes to the field that it is about. */
import * as vscode from 'vscode';
import type { Explained } from '#protocol/requests';
import { rangeOf } from '../edits';
import { isNet } from '../nets';
import type { Server } from '../server';

export function registerExplainError(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('prototxtLens.explainError', async (pasted?: unknown) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isNet(editor.document))
      return void vscode.window.showInformationMessage(
        vscode.l10n.t('Open the net or solver first that Caffe was given.'),
      );
    const log = typeof pasted === 'string' ? pasted : await askForLog();
    if (log === undefined) return;
    const { document } = editor;
    const found = await server.request('prototxt/explain', { uri: document.uri.toString(), log });
    const chosen = found.length > 1 ? await choose(document, found) : found[0];
    if (chosen) await show(document, chosen);
  });
}

/** A log on the clipboard is taken for what is meant; the box shows it, and may be pasted into. */
async function askForLog(): Promise<string | undefined> {
  // A browser asks before it lets the clipboard be read.
  const copied = vscode.env.uiKind === vscode.UIKind.Desktop ? await vscode.env.clipboard.readText() : '';
  const isLog =
    /Error parsing text-format|Check failed|Unknown bottom blob|Unknown layer type|produced by multiple sources|Top shape:|Creating Layer|\b[IWEF]\d{4} \d\d:/.test(
      copied,
    );
  if (isLog) return copied;
  return vscode.window.showInputBox({
    prompt: vscode.l10n.t('Paste what Caffe printed before it stopped'),
    placeHolder: 'Error parsing text-format caffe.NetParameter: 394:9: …',
    ignoreFocusOut: true,
  });
}

async function choose(document: vscode.TextDocument, found: readonly Explained[]): Promise<Explained | undefined> {
  const items = found.map((one) => ({
    label: one.message,
    description: one.range ? document.lineAt(Math.min(one.range.start.line, document.lineCount - 1)).text.trim() : '',
    one,
  }));
  return (
    await vscode.window.showQuickPick(items, {
      placeHolder: vscode.l10n.t('What the log says, what stopped Caffe first'),
    })
  )?.one;
}

async function show(document: vscode.TextDocument, { message, range }: Explained): Promise<void> {
  if (!range) return void vscode.window.showInformationMessage(message);
  const selection = rangeOf(range);
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  void vscode.window.showInformationMessage(message);
}

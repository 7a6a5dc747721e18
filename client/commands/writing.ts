/** Commands of the palette that change a net, each as one undo step. They ask for input, which code actions can't do. */
import * as vscode from 'vscode';
import { shown } from '#core/messages/shown';
import { inLabel, inNotification } from '../labels';
import type { TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../edits';
import { isNet } from '../nets';
import type { Server } from '../server';

export function registerWriting(server: Server): vscode.Disposable {
  const on = (name: string, run: (server: Server, editor: vscode.TextEditor) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(`prototxtLens.${name}`, async () => {
      const editor = vscode.window.activeTextEditor;
      if (!editor || !isNet(editor.document))
        return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net first.'));
      return run(server, editor);
    });
  return vscode.Disposable.from(
    on('insertLayer', insertLayer),
    on('duplicateBlock', duplicateBlock),
    on('upgrade', upgrade),
    on('makeDeploy', makeDeploy),
  );
}

async function insertLayer(server: Server, editor: vscode.TextEditor): Promise<void> {
  const place = at(editor);
  const types = await server.request('prototxt/insert/types', { uri: place.uri });
  const usual = [['ReLU'], ['BatchNorm', 'Scale'], ['Dropout'], ['Convolution'], ['Pooling']].map((some) => ({
    label: some.join(' + '),
    types: some,
  }));
  const chosen = await vscode.window.showQuickPick(
    [
      ...usual,
      { label: '', kind: vscode.QuickPickItemKind.Separator, types: [] },
      ...types.map((type) => ({ label: inLabel(type), types: [type] })),
    ],
    { placeHolder: vscode.l10n.t('Select the layer to insert on the blob at the cursor') },
  );
  if (!chosen) return;
  const edits = await server.request('prototxt/insert', { ...place, types: chosen.types });
  await apply(
    editor,
    edits,
    vscode.l10n.t('No blob at the cursor is the same in every state. Place the cursor on a top or a layer.'),
  );
}

async function duplicateBlock(server: Server, editor: vscode.TextEditor): Promise<void> {
  const place = at(editor);
  const block = await server.request('prototxt/duplicate/block', place);
  if (!block)
    return void vscode.window.showInformationMessage(
      vscode.l10n.t('No other layer shares a name prefix with the layer at the cursor.'),
    );
  const prefix = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Name prefix for the copy of the {0} layers of {1}', block.layers, shown(block.prefix)),
    value: block.suggestion,
    validateInput: (value) =>
      /^[^"'\\\s]+$/.test(value) && value !== block.prefix
        ? undefined
        : vscode.l10n.t('Enter another prefix, without quotes or whitespace'),
  });
  if (prefix === undefined) return;
  const edits = await server.request('prototxt/duplicate', { ...place, prefix });
  await apply(
    editor,
    edits,
    vscode.l10n.t(
      'Names that start with {0} already exist, or the block changes a blob from outside in place.',
      shown(prefix),
    ),
  );
}

async function upgrade(server: Server, editor: vscode.TextEditor): Promise<void> {
  const edits = await server.request('prototxt/upgrade', { uri: editor.document.uri.toString() });
  await apply(
    editor,
    edits.length > 0 ? edits : null,
    vscode.l10n.t('This net has nothing in an old format to upgrade.'),
  );
}

/** In an untitled document, so that the user decides whether and where to save it. */
async function makeDeploy(server: Server, { document }: vscode.TextEditor): Promise<void> {
  const content = await server.request('prototxt/deploy', { uri: document.uri.toString() });
  if (content === null)
    return void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Cannot create a deploy net: this net reads no data in TEST, has errors, or fits no input shape that was tried. Write `# prototxt: datum` with the shape of its records.',
      ),
    );
  const made = await vscode.workspace.openTextDocument({ language: document.languageId, content });
  await vscode.window.showTextDocument(made, vscode.ViewColumn.Beside);
}

async function apply(
  { document }: vscode.TextEditor,
  edits: readonly TextEdit[] | null,
  otherwise: string,
): Promise<void> {
  if (!edits) return void vscode.window.showInformationMessage(inNotification(otherwise));
  await applyEdits(document.uri, edits);
}

function at({ document, selection }: vscode.TextEditor): {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
} {
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), position: { line, character } };
}

/** Commands of the palette that change a net, each as one undo step. They ask for input, which code actions can't do. */
import * as vscode from 'vscode';
import { shown } from '#core/messages/shown';
import { inLabel, inNotification } from '../labels';
import type { TextEdit } from 'vscode-languageserver-types';
import { applyEdits, rangeOf } from '../edits';
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
  const answer = await server.request('prototxt/insert/types', place);
  if (!answer)
    return void vscode.window.showInformationMessage(
      vscode.l10n.t('No blob at the cursor has the same shape in every state. Place the cursor on a top or a layer.'),
    );
  const usual = [['ReLU'], ['BatchNorm', 'Scale'], ['Dropout'], ['Convolution'], ['Pooling']].map((some) => ({
    label: some.join(' + '),
    types: some,
  }));
  const chosen = await vscode.window.showQuickPick(
    [
      ...usual,
      { label: '', kind: vscode.QuickPickItemKind.Separator, types: [] },
      ...answer.types.map((type) => ({ label: inLabel(type), types: [type] })),
    ],
    { placeHolder: vscode.l10n.t('Select the layer to insert on the blob {0}', shown(answer.blob)) },
  );
  if (!chosen) return;
  const edits = await server.request('prototxt/insert', { ...place, types: chosen.types });
  await apply(
    editor,
    edits,
    vscode.l10n.t(
      '{0} cannot be inserted on {1}: it does not accept the shape, or the shape differs between states.',
      inLabel(chosen.label),
      shown(answer.blob),
    ),
  );
}

async function duplicateBlock(server: Server, editor: vscode.TextEditor): Promise<void> {
  const place = at(editor);
  const block = await server.request('prototxt/duplicate/block', place);
  if (!block)
    return void vscode.window.showInformationMessage(
      vscode.l10n.t('No other layer shares a name prefix with the layer at the cursor.'),
    );
  const unmark = markRange(editor, rangeOf(block.range));
  const prefix = await vscode.window
    .showInputBox({
      title: vscode.l10n.t(
        'Duplicate {0}: {1} layers, lines {2} to {3}',
        shown(block.prefix),
        block.layers,
        block.range.start.line + 1,
        block.range.end.line + 1,
      ),
      prompt: vscode.l10n.t('Name prefix for the copy'),
      value: block.suggestion,
      validateInput: (value) =>
        /^[^"'\\\s]+$/.test(value) && value !== block.prefix
          ? undefined
          : vscode.l10n.t('Enter another prefix, without quotes or whitespace'),
    })
    .then(
      (value) => value,
      () => undefined,
    );
  unmark();
  if (prefix === undefined) return;
  const edits = await server.request('prototxt/duplicate', { ...place, prefix });
  await apply(
    editor,
    edits,
    vscode.l10n.t(
      'Names that start with {0} already exist, or a layer of the block works in place on a blob from outside it.',
      shown(prefix),
    ),
  );
}

/** Marks the lines of a range, and shows where they begin, until the result is called. */
function markRange(editor: vscode.TextEditor, range: vscode.Range): () => void {
  const mark = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.wordHighlightStrongBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.wordHighlightStrongForeground'),
  });
  editor.setDecorations(mark, [range]);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return () => mark.dispose();
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
        'Cannot create a deploy net: this net has errors or no data in TEST, or no input shape could be found. Write `# prototxt: datum` with the shape of its records.',
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

/** Commands of the palette that change a net, each one step to undo: they ask what a lightbulb can't. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TextEdit } from 'vscode-languageserver-types';
import type { WritingRequests } from '#server/protocol';
import { isNet } from '../nets';

export function registerWriting(client: BaseLanguageClient): vscode.Disposable {
  const on = (name: string, run: (client: BaseLanguageClient, editor: vscode.TextEditor) => Promise<unknown>): vscode.Disposable =>
    vscode.commands.registerCommand(`prototxtLens.${name}`, async () => {
      const editor = vscode.window.activeTextEditor;
      if (!editor || !isNet(editor.document)) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net first.'));
      return run(client, editor);
    });
  return vscode.Disposable.from(on('insertLayer', insertLayer), on('duplicateBlock', duplicateBlock), on('upgrade', upgrade), on('makeDeploy', makeDeploy));
}

export function writingRequest<Method extends keyof WritingRequests>(
  client: BaseLanguageClient,
  method: Method,
  params: WritingRequests[Method]['params'],
): Promise<WritingRequests[Method]['result']> {
  return client.sendRequest<WritingRequests[Method]['result']>(method, params);
}

async function insertLayer(client: BaseLanguageClient, editor: vscode.TextEditor): Promise<void> {
  const place = at(client, editor);
  const types = await writingRequest(client, 'prototxt/insert/types', { uri: place.uri });
  const usual = [['ReLU'], ['BatchNorm', 'Scale'], ['Dropout'], ['Convolution'], ['Pooling']].map((some) => ({ label: some.join(' + '), types: some }));
  const chosen = await vscode.window.showQuickPick(
    [...usual, { label: '', kind: vscode.QuickPickItemKind.Separator, types: [] }, ...types.map((type) => ({ label: type, types: [type] }))],
    { placeHolder: vscode.l10n.t('The layer to insert on the blob under the cursor') },
  );
  if (!chosen) return;
  const edits = await writingRequest(client, 'prototxt/insert', { ...place, types: chosen.types });
  await apply(client, editor, edits, vscode.l10n.t('There is no blob under the cursor that means the same in every state: put the cursor on a top, or a layer.'));
}

async function duplicateBlock(client: BaseLanguageClient, editor: vscode.TextEditor): Promise<void> {
  const place = at(client, editor);
  const block = await writingRequest(client, 'prototxt/duplicate/block', place);
  if (!block) return void vscode.window.showInformationMessage(vscode.l10n.t('The layer under the cursor is not one of several whose names begin alike.'));
  const prefix = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('What the names of the {0} layers of {1} begin with in the copy', block.layers, block.prefix),
    value: block.suggestion,
    validateInput: (value) => (/^[^"'\\\s]+$/.test(value) && value !== block.prefix ? undefined : vscode.l10n.t('Another prefix, without quotes and blanks')),
  });
  if (prefix === undefined) return;
  const edits = await writingRequest(client, 'prototxt/duplicate', { ...place, prefix });
  await apply(client, editor, edits, vscode.l10n.t('Names that begin with {0} are there already, or the block works on a blob from outside in place.', prefix));
}

async function upgrade(client: BaseLanguageClient, editor: vscode.TextEditor): Promise<void> {
  const edits = await writingRequest(client, 'prototxt/upgrade', { uri: uriOf(client, editor) });
  await apply(client, editor, edits.length > 0 ? edits : null, vscode.l10n.t('Nothing of this net is in an old format that can be upgraded.'));
}

/** In an untitled document beside the net: whether and where it is saved is the person's choice. */
async function makeDeploy(client: BaseLanguageClient, { document }: vscode.TextEditor): Promise<void> {
  const content = await writingRequest(client, 'prototxt/deploy', { uri: client.code2ProtocolConverter.asUri(document.uri) });
  if (content === null) return void vscode.window.showInformationMessage(vscode.l10n.t('This net reads no data in TEST, or has errors: there is no deploy net to make of it.'));
  const made = await vscode.workspace.openTextDocument({ language: document.languageId, content });
  await vscode.window.showTextDocument(made, vscode.ViewColumn.Beside);
}

async function apply(client: BaseLanguageClient, { document }: vscode.TextEditor, edits: readonly TextEdit[] | null, otherwise: string): Promise<void> {
  if (!edits) return void vscode.window.showInformationMessage(otherwise);
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]));
  await vscode.workspace.applyEdit(change);
}

function at(client: BaseLanguageClient, editor: vscode.TextEditor): { readonly uri: string; readonly position: { readonly line: number; readonly character: number } } {
  const { line, character } = editor.selection.active;
  return { uri: uriOf(client, editor), position: { line, character } };
}

function uriOf(client: BaseLanguageClient, { document }: vscode.TextEditor): string {
  return client.code2ProtocolConverter.asUri(document.uri);
}

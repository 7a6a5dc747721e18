/** The panel of initial weights: what the server knows of the net goes to the page, what the person chooses to the text. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PanelRequests } from '#server/protocol';
import type { FillerChoice } from '#core/weights/alternatives';
import { exportSubject, type PageFile } from '../commands/export-weights';
import { pairWeights } from '../commands/pair-weights';
import { documentPanel, type DocumentPanel } from './document-panel';
import { panelRequest } from './requests';

export function weightsPanel(context: vscode.ExtensionContext, client: BaseLanguageClient): DocumentPanel<'weights'> {
  /** Takes what the page renders next. */
  let rendered: ((bytes: Uint8Array) => void) | undefined;
  return documentPanel(context, client, {
    name: 'weights',
    title: (file) => vscode.l10n.t('Weights of {0}', file),
    content: async (uri, name) => ({ kind: 'net', uri, name, answer: await panelRequest(client, 'prototxt/weights', { uri }) }),
    receive: (message, uri, post) => {
      if (message.kind === 'alternatives') {
        const { blob } = message;
        void panelRequest(client, 'prototxt/weights/alternatives', { uri, blob }).then((list) => post({ kind: 'alternatives', blob, list }));
      }
      if (message.kind === 'export') {
        const { layer, blob, role, seed } = message;
        const page = (what: PageFile): Promise<Uint8Array> =>
          new Promise((resolve) => {
            rendered = resolve;
            post({ kind: 'render', what });
          });
        void exportSubject(client, { uri: vscode.Uri.parse(uri), layer, blob: { index: blob, role }, seed, page });
      }
      if (message.kind === 'pair') void vscode.commands.executeCommand(pairWeights, vscode.Uri.parse(uri));
      if (message.kind === 'rendered') rendered?.(message.bytes);
      if (message.kind === 'write') void write(client, uri, message.blob, message.choice);
    },
  });
}

/** One step to undo; the file is not saved. */
async function write(client: BaseLanguageClient, uri: string, blob: number, choice: FillerChoice): Promise<void> {
  const edits: PanelRequests['prototxt/weights/write']['result'] = await panelRequest(client, 'prototxt/weights/write', { uri, blob, choice });
  if (!edits) return void vscode.window.showWarningMessage(vscode.l10n.t('This layer has no place for a filler.'));
  const edit = new vscode.WorkspaceEdit();
  edit.set(vscode.Uri.parse(uri), edits.map(({ range: { start, end }, newText }) =>
    vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText)));
  await vscode.workspace.applyEdit(edit);
}

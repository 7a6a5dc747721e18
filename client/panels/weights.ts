/** The initial weights panel: sends the server's answers to the page, and applies the user's choices to the text. */
import * as vscode from 'vscode';
import { answerWeightsPage } from '#protocol/weights-page';
import type { PanelRequests } from '#protocol/requests';
import { choose, layerAskedBy } from '#protocol/weights-choice';
import type { FillerChoice } from '#core/weights/alternatives';
import { exportSubject, type PageFile } from '../commands/export-weights';
import { pairWeights } from '../commands/pair-weights';
import { applyEdits } from '../edits';
import type { WriteFile } from '../files';
import { documentPanel, type DocumentPanel } from './document-panel';
import type { Server } from '../server';

export function weightsPanel(
  context: vscode.ExtensionContext,
  server: Server,
  write: WriteFile,
): DocumentPanel<'weights'> {
  /** Receives the file that the page renders next. */
  let rendered: ((bytes: Uint8Array) => void) | undefined;
  return documentPanel(context, server, {
    name: 'weights',
    title: (file) => vscode.l10n.t('Weights of {0}', file),
    content: async (uri, name) => ({
      kind: 'net',
      uri,
      name,
      answer: await server.request('prototxt/weights', { uri }),
    }),
    // So that the page draws nothing before it knows which layer to show.
    joined: (content, then) =>
      content.kind === 'net' && (then.kind === 'cursor' || then.kind === 'show') ? { ...content, then } : content,
    ahead: (content, uri, post) => {
      if (content.kind !== 'net' || !content.answer || !content.then) return;
      const { answer, then } = content;
      const blob = choose(answer, { layer: layerAskedBy(then, answer) ?? '', role: '' })?.blob;
      if (!blob) return;
      void server
        .request('prototxt/weights/first', { uri, blob: blob.blob })
        .then((first) => first && post({ kind: 'first', blob: blob.blob, ...first }));
    },
    receive: (message, uri, post) => {
      answerWeightsPage(server.request, uri, message, post);
      if (message.kind === 'export') {
        const { layer, blob, role, seed } = message;
        const page = (what: PageFile): Promise<Uint8Array> =>
          new Promise((resolve) => {
            rendered = resolve;
            post({ kind: 'render', what });
          });
        void exportSubject(server, write, {
          uri: vscode.Uri.parse(uri),
          layer,
          blob: { index: blob, role },
          seed,
          page,
        });
      }
      if (message.kind === 'pair') void vscode.commands.executeCommand(pairWeights, vscode.Uri.parse(uri));
      if (message.kind === 'rendered') rendered?.(message.bytes);
      if (message.kind === 'write') void writeFiller(server, uri, message.blob, message.choice);
    },
  });
}

async function writeFiller(server: Server, uri: string, blob: number, choice: FillerChoice): Promise<void> {
  const edits: PanelRequests['prototxt/weights/write']['result'] = await server.request('prototxt/weights/write', {
    uri,
    blob,
    choice,
  });
  if (!edits) return void vscode.window.showWarningMessage(vscode.l10n.t('This layer has no field for a filler.'));
  await applyEdits(vscode.Uri.parse(uri), edits);
}

/** "Export Initial Weights…": asks what and where to; then the server writes, with progress and a way to cancel. */
import * as vscode from 'vscode';
import { shown } from '#core/messages/shown';
import { inLabel, inNotification } from '../labels';
import type { WeightFormat } from '#core/weight-files/write-weights';
import type { ExportAnswer, ExportParams } from '#protocol/requests';
import { nameOf, writing, type WriteFile } from '../files';
import { isNet } from '../nets';
import type { Server } from '../server';
import { writtenByServer } from './written';
import { lineIn, netAsked } from './cursor';

const exportWeights = 'prototxtLens.exportWeights';

/** What to export: the whole net, or what a panel shows. */
export interface Subject {
  readonly uri: vscode.Uri;
  readonly layer?: string | undefined;
  readonly blob?: { readonly index: number; readonly role: string } | undefined;
  /** Undefined: the solver's seed, or the default. */
  readonly seed?: number | undefined;
  /**
   * Renders the page's content as a file; undefined if the page has nothing to render. Resolves to no bytes if there is nothing
   * drawn.
   */
  readonly page?: ((what: PageFile) => Promise<Uint8Array>) | undefined;
}

export type PageFile = 'png' | 'csv';

export function registerExportWeights(server: Server, write: WriteFile): vscode.Disposable {
  return vscode.commands.registerCommand(exportWeights, async (about?: unknown) => {
    const uri = netAsked(about);
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    if (!document || !isNet(document))
      return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net to export its weights.'));
    const answer = await server.request('prototxt/weights', { uri: document.uri.toString() });
    const line = lineIn(document.uri) ?? -1;
    const index = answer?.lines.findIndex(([first, last]) => first <= line && line <= last) ?? -1;
    const layer = answer?.layers[index];
    await exportSubject(server, write, {
      uri: document.uri,
      layer: layer?.name,
      blob: layer && { index: 0, role: layer.blobs[0]?.role ?? '' },
    });
  });
}

interface Choice extends vscode.QuickPickItem {
  readonly extension: WeightFormat | PageFile;
  readonly name: string;
  readonly part: Pick<ExportParams, 'layer' | 'blob'>;
}

function isPage(extension: Choice['extension']): extension is PageFile {
  return extension === 'png' || extension === 'csv';
}

export async function exportSubject(server: Server, write: WriteFile, subject: Subject): Promise<void> {
  const problem = await server.request('prototxt/weights/exportable', { uri: subject.uri.toString() });
  // What a panel shows can be exported as a picture even so.
  const choices = choicesFor(subject).filter(({ extension }) => problem === null || isPage(extension));
  if (choices.length === 0) return void vscode.window.showInformationMessage(problem ?? '');
  const choice = await vscode.window.showQuickPick(choices, {
    placeHolder: vscode.l10n.t('Select what to export, and the format'),
  });
  if (!choice) return;
  const { extension } = choice;
  const to = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(subject.uri, '..', `${choice.name}.${extension}`),
    filters: { [extension]: [extension] },
  });
  if (!to) return;
  if (isPage(extension)) return savePage(subject, extension, to, write);
  const asked: ExportParams = {
    uri: subject.uri.toString(),
    to: to.toString(),
    format: extension,
    ...choice.part,
    ...(subject.seed === undefined ? {} : { seed: subject.seed }),
  };
  const title = vscode.l10n.t('Drawing and writing weights');
  report(await writtenByServer(server, 'prototxt/weights/export', asked, title), to);
}

/** Of a layer in a file's name. */
const longestName = 80;

function choicesFor({ uri, layer, blob, page }: Subject): readonly Choice[] {
  const net = nameOf(uri).replace(/\.prototxt$/, '');
  const part = layer === undefined ? net : `${net}.${layer.replace(/[^\w.-]+/g, '_').slice(0, longestName)}`;
  const choices: Choice[] = [
    {
      label: vscode.l10n.t('Whole net as .caffemodel'),
      detail: vscode.l10n.t('For caffe train --weights'),
      extension: 'caffemodel',
      name: net,
      part: {},
    },
    {
      label: vscode.l10n.t('Whole net as .npz'),
      detail: vscode.l10n.t('NumPy: one array per blob, named layer/index'),
      extension: 'npz',
      name: net,
      part: {},
    },
  ];
  if (layer !== undefined) {
    choices.push({
      label: vscode.l10n.t('Layer {0} as .npz', inLabel(layer)),
      extension: 'npz',
      name: part,
      part: { layer },
    });
    if (blob)
      choices.push({
        label: vscode.l10n.t('{0} of layer {1} as .npy', inLabel(blob.role), inLabel(layer)),
        extension: 'npy',
        name: `${part}.${blob.index}`,
        part: { layer, blob: blob.index },
      });
  }
  if (page) {
    choices.push({ label: vscode.l10n.t('Panel as a picture'), extension: 'png', name: part, part: {} });
    choices.push({ label: vscode.l10n.t('Histogram and statistics as .csv'), extension: 'csv', name: part, part: {} });
  }
  return choices;
}

function report(answer: ExportAnswer | null, to: vscode.Uri): void {
  const file = nameOf(to);
  if (!answer)
    return void vscode.window.showErrorMessage(vscode.l10n.t('This file is not a net; nothing was written.'));
  if (answer.kind === 'cancelled')
    return void vscode.window.showInformationMessage(inNotification(vscode.l10n.t('{0} was not written.', file)));
  if (answer.kind === 'problem') return void vscode.window.showErrorMessage(inNotification(answer.message));
  const { values, seed, unsure } = answer;
  const done = vscode.l10n.t(
    'Wrote {0}: {1} values, drawn with seed {2}.',
    file,
    values.toLocaleString(vscode.env.language),
    seed,
  );
  if (unsure === undefined) return void vscode.window.showInformationMessage(inNotification(done));
  const doubt = vscode.l10n.t(
    "The number of random values that layer {0} draws is unknown. Later values have the right distribution but differ from Caffe's.",
    shown(unsure),
  );
  void vscode.window.showWarningMessage(inNotification(`${done} ${doubt}`));
}

async function savePage({ page }: Subject, what: PageFile, to: vscode.Uri, write: WriteFile): Promise<void> {
  if (!page) return;
  await writing(to, async () => {
    const bytes = await page(what);
    if (bytes.length === 0)
      return void vscode.window.showInformationMessage(
        vscode.l10n.t('The panel shows no drawn values; there is nothing to write.'),
      );
    await write(to, bytes);
  });
}

/** "Export as ONNX…": which weights, which batch, which opset, where; then the server writes and checks the file. */
import * as vscode from 'vscode';
import { layersInWords } from '../counted';
import type { OnnxAnswer, OnnxChoicesAnswer, OnnxParams } from '#protocol/requests';
import { nameOf } from '../files';
import { inLabel, inNotification } from '../labels';
import { isNet } from '../nets';
import type { Server } from '../server';
import { writtenByServer } from './written';
import { netAsked } from './cursor';

export function registerExportOnnx(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('prototxtLens.exportOnnx', async (about?: unknown) => {
    const uri = netAsked(about);
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    const choices =
      document && isNet(document)
        ? await server.request('prototxt/onnx/choices', { uri: document.uri.toString() })
        : undefined;
    if (!document || !choices)
      return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net to export it as ONNX.'));
    const asked = await ask(document.uri, choices);
    if (!asked) return;
    const { to } = asked;
    const title = vscode.l10n.t('Exporting {0}', nameOf(to));
    const params: OnnxParams = { ...asked, uri: document.uri.toString(), to: to.toString() };
    tell(await writtenByServer(server, 'prototxt/onnx/export', params, title), to);
  });
}

type Asked = Pick<OnnxParams, 'weights' | 'batch' | 'opset'> & { readonly to: vscode.Uri };

/** Undefined where the person changed their mind. */
async function ask(net: vscode.Uri, choices: OnnxChoicesAnswer): Promise<Asked | undefined> {
  const weights = await askForWeights(choices);
  const batch = weights && (await askForBatch());
  const opset = batch && (await askForOpset(choices));
  if (!weights || !batch || opset === undefined) return undefined;
  const name = nameOf(net).replace(/(\.prototxt)?$/, '.onnx');
  const to = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(net, '..', name),
    filters: { ONNX: ['onnx'] },
  });
  return to && { weights, batch: batch.batch, opset, to };
}

/** Without a `.caffemodel` there is nothing to choose. */
async function askForWeights({ model, seed }: OnnxChoicesAnswer): Promise<OnnxParams['weights'] | undefined> {
  if (model === null) return 'drawn';
  const paired = { label: inLabel(vscode.l10n.t('Those of {0}', model)), weights: 'model' } as const;
  const drawn = {
    label: vscode.l10n.t('Initial weights'),
    detail: vscode.l10n.t('Drawn as Caffe draws them with seed {0}', seed),
    weights: 'drawn',
  } as const;
  const chosen = await vscode.window.showQuickPick([paired, drawn], {
    placeHolder: vscode.l10n.t('Which weights to export'),
  });
  return chosen?.weights;
}

async function askForBatch(): Promise<Pick<OnnxParams, 'batch'> | undefined> {
  const asWritten = { label: vscode.l10n.t('As in the net'), batch: null };
  const any = {
    label: vscode.l10n.t('Any: a symbolic batch'),
    detail: vscode.l10n.t('Layers that depend on the batch size, such as losses, cannot be exported'),
    batch: 'symbolic' as const,
  };
  const typed = { label: vscode.l10n.t('Another number…'), batch: undefined };
  const chosen = await vscode.window.showQuickPick([asWritten, any, typed], {
    placeHolder: vscode.l10n.t('Batch size of every input'),
  });
  if (!chosen) return undefined;
  if (chosen.batch !== undefined) return { batch: chosen.batch };
  const number = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Batch size of every input'),
    value: '1',
    validateInput: (text) =>
      /^[1-9]\d{0,6}$/.test(text) ? undefined : vscode.l10n.t('A whole number from 1 to 9999999'),
  });
  return number === undefined ? undefined : { batch: Number(number) };
}

async function askForOpset({ opsets: { first, last, usual } }: OnnxChoicesAnswer): Promise<number | undefined> {
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const items = [usual, ...all.filter((opset) => opset !== usual)].map((opset) => ({ label: String(opset), opset }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('ONNX opset version') });
  return chosen?.opset;
}

function tell(answer: OnnxAnswer | null, to: vscode.Uri): void {
  const file = nameOf(to);
  switch (answer?.kind) {
    case undefined:
      return void vscode.window.showErrorMessage(vscode.l10n.t('This file is not a net; nothing was written.'));
    case 'cancelled':
      return void vscode.window.showInformationMessage(inNotification(vscode.l10n.t('{0} was not written.', file)));
    case 'problem':
      return void vscode.window.showErrorMessage(inNotification(answer.message));
    case 'missing':
      return void vscode.window.showErrorMessage(
        inNotification(vscode.l10n.t('{0} was not written: these layers cannot be exported.', file)),
        { modal: true, detail: answer.layers.join('\n') },
      );
    case 'written': {
      const { layers, size, check, drawn } = answer;
      const facts = [file, layersInWords(layers), size.toLocaleString(vscode.env.language)] as const;
      const done = {
        ran: vscode.l10n.t('Wrote {0}: {1}, {2} bytes, checked by running it.', ...facts),
        loaded: vscode.l10n.t('Wrote {0}: {1}, {2} bytes, checked by loading it.', ...facts),
      }[check];
      if (drawn.length === 0) return void vscode.window.showInformationMessage(inNotification(done));
      const doubt = vscode.l10n.t('Not in the .caffemodel, so drawn: {0}.', drawn.join(', '));
      return void vscode.window.showWarningMessage(inNotification(`${done} ${doubt}`));
    }
  }
}

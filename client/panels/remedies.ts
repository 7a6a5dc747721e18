/** Provides what a panel says is missing: by writing a shape into the net, or with another command. */
import * as vscode from 'vscode';
import { datumIn, shapeIn } from '#core/comments/values';
import type { Remedy, WrittenShape } from '#protocol/lacks';
import { chooseSchema } from '../commands/choose-schema';
import { chooseState } from '../commands/choose-state';
import { applyEdits } from '../edits';
import type { Server } from '../server';

export async function provide(server: Server, net: vscode.Uri, remedy: Remedy): Promise<void> {
  switch (remedy.kind) {
    case 'datum': {
      const shape =
        remedy.shape ?? (await shapeOf(datumIn, vscode.l10n.t('Channels × height × width of a record'), '3x256x256'));
      return shape === undefined ? undefined : write(server, net, { kind: 'datum', shape });
    }
    case 'shape': {
      const shape = await shapeOf(
        shapeIn,
        vscode.l10n.t('Shape of the first top, with ? for an unknown size'),
        '1x3x224x224',
      );
      return shape === undefined ? undefined : write(server, net, { ...remedy, shape });
    }
    case 'state':
      return vscode.commands.executeCommand(chooseState, net);
    case 'schema':
      return vscode.commands.executeCommand(chooseSchema, net);
    case 'run':
      return vscode.commands.executeCommand('prototxtLens.runNet', net);
    case 'new-net':
      return vscode.commands.executeCommand('prototxtLens.newNet');
    case 'open-file':
      return vscode.commands.executeCommand('workbench.action.files.openFile');
  }
}

/** Undefined if the person cancelled. */
async function shapeOf(parse: (text: string) => unknown, prompt: string, example: string): Promise<string | undefined> {
  const written = await vscode.window.showInputBox({
    prompt,
    value: example,
    validateInput: (text) => (parse(text.trim()) ? undefined : vscode.l10n.t('For example: {0}', example)),
  });
  return written?.trim();
}

async function write(server: Server, net: vscode.Uri, written: WrittenShape): Promise<void> {
  const edits = await server.request('prototxt/lacks/write', { uri: net.toString(), written });
  if (edits) await applyEdits(net, edits);
}

/** "Choose State…": the state that a net is checked and shown in, stored for the workspace. */
import * as vscode from 'vscode';
import { layersInWords } from '../counted';
import { inLabel } from '../labels';
import { stateIn } from '#core/comments/values';
import type { NetState } from '#core/net/model';
import type { StatesAnswer } from '#protocol/requests';
import { isNet } from '../nets';
import { chosenFor } from './chosen';
import type { Server } from '../server';

export const chooseState = 'prototxtLens.chooseState';

interface Choice extends vscode.QuickPickItem {
  /** Null: the default of the net or the settings. Undefined: the user enters one. */
  readonly state: NetState | null | undefined;
}

export function registerChooseState(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const send = (uri: string, state: NetState | null): Promise<null> =>
    server.request('prototxt/states/choose', { uri, state });
  const chosen = chosenFor<NetState>(context, server, 'prototxtLens.states', send);

  async function choose(about?: unknown): Promise<void> {
    const document =
      about instanceof vscode.Uri
        ? await vscode.workspace.openTextDocument(about)
        : vscode.window.activeTextEditor?.document;
    const answer =
      document && isNet(document) ? await server.request('prototxt/states', { uri: document.uri.toString() }) : null;
    if (!document || !answer)
      return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net to choose its state.'));
    const state = await askFor(answer);
    if (state === undefined) return;
    await chosen.choose(document.uri, state);
    await send(document.uri.toString(), state);
  }

  return vscode.Disposable.from(chosen, vscode.commands.registerCommand(chooseState, choose));
}

/** Undefined if the user cancelled. */
async function askFor({ choices, shown, from }: StatesAnswer): Promise<NetState | null | undefined> {
  const now = from === 'asked' ? shown[0] : undefined;
  const mark = (current: boolean): string => (current ? '$(check) ' : '');
  const items: readonly Choice[] = [
    {
      label: `${mark(now === undefined)}${vscode.l10n.t('As the net specifies')}`,
      description: vscode.l10n.t('TRAIN and TEST, each if the net has data for it'),
      state: null,
    },
    {
      label: vscode.l10n.t('States named in the net or its solver'),
      kind: vscode.QuickPickItemKind.Separator,
      state: null,
    },
    ...choices.map(({ state, label, layers }) => ({
      label: `${mark(label === now)}${inLabel(label)}`,
      description: layersInWords(layers),
      state,
    })),
    { label: '', kind: vscode.QuickPickItemKind.Separator, state: null },
    { label: vscode.l10n.t('Another state…'), state: undefined },
  ];
  const choice = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Select the state in which this net is checked and shown'),
  });
  if (!choice) return undefined;
  return choice.state === undefined ? writtenState() : choice.state;
}

async function writtenState(): Promise<NetState | undefined> {
  const written = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Phase, with optional level and stages'),
    value: 'phase=TEST stage=deploy level=0',
    validateInput: (text) =>
      stateIn(text.trim().split(/\s+/)) ? undefined : vscode.l10n.t('For example: {0}', 'phase=TRAIN stage=fit'),
  });
  return written === undefined ? undefined : stateIn(written.trim().split(/\s+/));
}

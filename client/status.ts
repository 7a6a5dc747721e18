/** The status bar item with the state in which the active editor's net is shown. */
import * as vscode from 'vscode';
import { inMarkdown } from '#core/messages/shown';
import type { StatesAnswer } from '#protocol/requests';
import { chooseState } from './commands/choose-state';
import { inLabel } from './labels';
import { netStatus } from './net-status';
import type { Server } from './server';

export function statusOfState(server: Server): vscode.Disposable {
  return netStatus(server, {
    id: 'prototxtLens.state',
    priority: 100,
    name: vscode.l10n.t('State of the Caffe Net'),
    command: chooseState,
    ask: (uri) => server.request('prototxt/states', { uri }),
    show: (item, answer) => {
      item.text = `Caffe: ${answer.shown.map(inLabel).join(' + ')}`;
      item.tooltip = tooltipOf(answer);
    },
  });
}

function tooltipOf({ shown, from, schema }: StatesAnswer): vscode.MarkdownString {
  const states = shown.map((state) => inMarkdown(state).markdown).join(' + ');
  const why = {
    asked: vscode.l10n.t('Checked and shown in {0}, chosen here.', states),
    directive: vscode.l10n.t('Checked and shown in {0}, set by a comment in the net.', states),
    usual: vscode.l10n.t('Checked and shown in {0}, set in the settings.', states),
    served: vscode.l10n.t('Checked in {0}: every state that the net has data for.', states),
  };
  return new vscode.MarkdownString(
    [
      why[from],
      vscode.l10n.t('Schema: {0}.', inMarkdown(schema).markdown),
      vscode.l10n.t('Click to choose a state.'),
    ].join('  \n'),
  );
}

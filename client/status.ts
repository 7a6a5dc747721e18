/** Status bar items: the state in which the active editor's net is shown, and the Caffe that it is read with. */
import * as vscode from 'vscode';
import { inMarkdown } from '#core/messages/shown';
import { inLabel } from './labels';
import type { StatesAnswer } from '#protocol/requests';
import { chooseState } from './commands/choose-state';
import { changedOf } from './changed';
import { isNet } from './nets';
import type { Server } from './server';

/** Time to wait after the last edit, in ms. */
const typingPause = 300;

export function statusOfState(server: Server): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('prototxtLens.state', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('State of the Caffe Net');
  item.command = chooseState;
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const own = ++turn;
    if (!document || !isNet(document)) return item.hide();
    const answer = server.isRunning()
      ? await server.request('prototxt/states', { uri: document.uri.toString() })
      : undefined;
    // A newer request has been sent, which makes this answer obsolete.
    if (own !== turn || answer === undefined) return;
    if (!answer) return item.hide();
    const targets = answer.targets.map((name) => ` · ${inLabel(name)}`).join('');
    item.text = `Caffe: ${answer.shown.map(inLabel).join(' + ')}${targets}`;
    item.tooltip = tooltipOf(answer);
    item.show();
  }

  const ask = (): void => void update().catch(() => item.hide());
  ask();
  return vscode.Disposable.from(
    item,
    changedOf(server)(ask),
    server.onDidChange(ask),
    vscode.window.onDidChangeActiveTextEditor(ask),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== vscode.window.activeTextEditor?.document) return;
      clearTimeout(pause);
      pause = setTimeout(ask, typingPause);
    }),
    { dispose: () => clearTimeout(pause) },
  );
}

function tooltipOf({ shown, from, schema, targets }: StatesAnswer): vscode.MarkdownString {
  const states = shown.map((state) => inMarkdown(state).markdown).join(' + ');
  const why = {
    asked: vscode.l10n.t('Checked and shown in {0}, as chosen here.', states),
    directive: vscode.l10n.t('Checked and shown in {0}, as a comment in the net says.', states),
    usual: vscode.l10n.t('Checked and shown in {0}, as the settings say.', states),
    served: vscode.l10n.t('Checked in {0}: every state that the net has data for.', states),
  };
  return new vscode.MarkdownString(
    [
      why[from],
      vscode.l10n.t('Schema: {0}.', inMarkdown(schema).markdown),
      ...(targets.length > 0 ? [vscode.l10n.t('Targets: {0}.', inMarkdown(targets.join(', ')).markdown)] : []),
      vscode.l10n.t('Click to choose a state.'),
    ].join('  \n'),
  );
}

/** The panel of runs: the server runs the net and says what its tops hold; the page asks for runs, and ends them. */
import * as vscode from 'vscode';
import { runProgress, type RunProgress } from '#protocol/notifications';
import type { RunChoice, ToRunPage } from '#protocol/run';
import { documentPanel, type DocumentPanel } from './document-panel';
import type { Panel } from './panel';
import type { Server } from '../server';

export function runPanel(context: vscode.ExtensionContext, server: Server): DocumentPanel<'run'> {
  let cancelling: vscode.CancellationTokenSource | undefined;
  let tell: Panel<'run'>['post'] = () => undefined;
  const listening = server.listen(runProgress, ({ uri, done }: RunProgress) => tell({ kind: 'progress', uri, done }));

  /** A second run ends the first. */
  async function run(uri: string, choice: RunChoice): Promise<void> {
    cancelling?.cancel();
    const own = (cancelling = new vscode.CancellationTokenSource());
    const ended = (problem: string | null): ToRunPage => ({ kind: 'ended', uri, problem });
    try {
      const answer = await server.request('prototxt/run', { uri, ...choice }, own.token);
      tell(ended(answer?.kind === 'problem' ? answer.message : null));
    } catch (error) {
      // A cancelled request is answered with an error, and a crash is told already.
      tell(ended(null));
      if (!own.token.isCancellationRequested && !(error instanceof vscode.CancellationError)) throw error;
    } finally {
      own.dispose();
      if (cancelling === own) cancelling = undefined;
    }
  }

  const panel = documentPanel(context, server, {
    name: 'run',
    title: (file) => vscode.l10n.t('Run of {0}', file),
    content: async (uri, name) => ({
      kind: 'run',
      uri,
      name,
      view: await server.request('prototxt/run/view', { uri }),
    }),
    receive: (message, uri, post) => {
      tell = post;
      if (message.kind === 'start') void run(uri, message.choice);
      if (message.kind === 'cancel') cancelling?.cancel();
      if (message.kind === 'copy') void vscode.env.clipboard.writeText(message.text);
    },
  });
  return {
    show: panel.show,
    dispose: () => vscode.Disposable.from(panel, listening).dispose(),
  };
}

/** The panel of runs: the server runs the net and says what its tops hold; the page asks for runs and for files, and cancels. */
import * as vscode from 'vscode';
import { runProgress, type RunProgress } from '#protocol/notifications';
import type { RunChoice, ToRunPage } from '#protocol/run';
import { nameOf, type WriteFile } from '../files';
import { documentPanel, type DocumentPanel } from './document-panel';
import type { Panel } from './panel';
import { saveBeside } from './save';
import type { Server } from '../server';

export function runPanel(context: vscode.ExtensionContext, server: Server, write: WriteFile): DocumentPanel<'run'> {
  let cancelling: vscode.CancellationTokenSource | undefined;
  let tell: Panel<'run'>['post'] = () => undefined;
  const listening = server.listen(runProgress, (progress: RunProgress) => tell({ kind: 'progress', ...progress }));

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

  async function ridges(uri: string, id: number, post: Panel<'run'>['post']): Promise<void> {
    const nets = await server.request('prototxt/run/ridges', { uri, id });
    if (nets) post({ kind: 'ridges', uri, id, nets });
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
      if (message.kind === 'ridges') void ridges(uri, message.id, post);
      if (message.kind === 'choose-input') void chooseInput(uri, post);
      if (message.kind === 'save') void saveBeside(uri, 'run', message.what, message.bytes, write);
      if (message.kind === 'copy') void vscode.env.clipboard.writeText(message.text);
    },
  });
  return {
    show: panel.show,
    dispose: () => vscode.Disposable.from(panel, listening).dispose(),
  };
}

async function chooseInput(net: string, post: Panel<'run'>['post']): Promise<void> {
  const [file] =
    (await vscode.window.showOpenDialog({
      defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(net), '..'),
      filters: { [vscode.l10n.t('Images and arrays')]: ['png', 'jpg', 'jpeg', 'npy'] },
      title: vscode.l10n.t('Input of the net'),
    })) ?? [];
  if (file) post({ kind: 'input', input: { uri: file.toString(), name: nameOf(file) } });
}

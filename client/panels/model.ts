/** The editor of weights files and mean files: the server reads them; the page shows what it has read so far. */
import * as vscode from 'vscode';
import { upgradeModel } from '#protocol/commands';
import type { LoadedStatistics, ModelAnswer, ModelNets } from '#protocol/model';
import { modelStatistics, type SomeStatistics } from '#protocol/notifications';
import type { Pages } from '#protocol/pages';
import { changedOf } from '../changed';
import { exportModel } from '../commands/export-model';
import { nameOf } from '../files';
import { fillPanel, partsOf, viewTypeOf } from './panel';
import type { Server } from '../server';

/** Time to wait after a change of the file or the net, in ms. */
const pause = 300;

export function registerModelEditor(context: vscode.ExtensionContext, server: Server): vscode.Disposable {
  /** Those who listen to statistics, by URI: a file has one editor. */
  const listeners = new Map<string, (some: SomeStatistics) => void>();
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: ({ uri }, view) => modelEditor(context, server, uri, view, listeners),
  };
  return vscode.Disposable.from(
    server.listen(modelStatistics, (some: SomeStatistics) => listeners.get(some.uri)?.(some)),
    vscode.window.registerCustomEditorProvider(viewTypeOf('model'), provider),
  );
}

// oxlint-disable-next-line max-lines-per-function -- an editor is one state that all its handlers share
function modelEditor(
  context: vscode.ExtensionContext,
  server: Server,
  file: vscode.Uri,
  view: vscode.WebviewPanel,
  listeners: Map<string, (some: SomeStatistics) => void>,
): void {
  const uri = file.toString();
  let answer: ModelAnswer | undefined;
  let statistics: LoadedStatistics[] = [];
  let nets: ModelNets | undefined;
  /** The net that the user chose. */
  let chosen: string | null = null;
  let running: { readonly source: vscode.CancellationTokenSource; readonly ended: Promise<void> } | undefined;
  let reading = 0;
  let pairing = 0;
  let isLoaded = false;
  const { post } = fillPanel(context, 'model', view, receive);

  /** Undefined if the server did not answer, which is reported elsewhere. */
  async function asked<Result>(request: Promise<Result>): Promise<Result | undefined> {
    try {
      return await request;
    } catch (error) {
      if (!(error instanceof vscode.CancellationError)) throw error;
      return undefined;
    }
  }

  async function read(): Promise<void> {
    const turn = ++reading;
    running?.source.cancel();
    await running?.ended;
    const found = await asked(server.request('prototxt/model', { uri }));
    if (!found || turn !== reading) return;
    answer = found;
    statistics = [];
    post({ kind: 'model', uri, name: nameOf(file), answer });
    // Statistics of a large file would take the time in which the page loads.
    if (isLoaded) void compute(0);
    await pair();
  }

  async function compute(from: number): Promise<void> {
    if (running || answer === undefined || answer.kind === 'problem') return;
    const source = new vscode.CancellationTokenSource();
    const ended = asked(server.request('prototxt/model/statistics', { uri, from }, source.token))
      .catch((error: unknown) => {
        // A cancelled request may be answered with an error.
        if (!source.token.isCancellationRequested) throw error;
      })
      .then((end) => post({ kind: 'statistics-ended', answer: end ?? { kind: 'cancelled' } }))
      .finally(() => {
        source.dispose();
        running = undefined;
      });
    running = { source, ended };
    await ended;
  }

  async function pair(): Promise<void> {
    const turn = ++pairing;
    const found = await asked(server.request('prototxt/model/nets', { uri, net: chosen }));
    if (!found || turn !== pairing) return;
    nets = found;
    post({ kind: 'nets', nets });
  }

  /** What is known so far, to a page that is loaded again. */
  function show(): void {
    if (!answer) return;
    post({ kind: 'model', uri, name: nameOf(file), answer });
    post({ kind: 'statistics', from: 0, statistics, share: 0 });
    if (!running) post({ kind: 'statistics-ended', answer: { kind: 'cancelled' } });
    if (nets) post({ kind: 'nets', nets });
  }

  function receive(message: Pages['model']['from']): void {
    switch (message.kind) {
      case 'ready':
        // The first content is sent without a request.
        if (isLoaded) show();
        else void compute(0);
        isLoaded = true;
        return;
      case 'compute':
        return void compute(message.from);
      case 'cancel':
        return running?.source.cancel();
      case 'pair':
        chosen = message.net;
        return void pair();
      case 'choose-net':
        return void chooseNet();
      case 'show-net':
        return void showNet(message.line);
      case 'export':
        return void exportModel(server, file);
      case 'upgrade':
        return void vscode.commands.executeCommand(upgradeModel, uri);
      case 'loaded-figures': {
        const { id, asked: params } = message;
        return void asked(server.request('prototxt/model/figures', { uri, ...params })).then((figures) =>
          post({ kind: 'loaded-figures', id, figures: figures ?? null }),
        );
      }
      case 'loaded-values': {
        const { id, asked: params } = message;
        return void asked(server.request('prototxt/model/values', { uri, ...params })).then((values) =>
          post({ kind: 'loaded-values', id, values: values ?? null }),
        );
      }
      case 'follow':
      case 'reveal':
      case 'remedy':
        return;
    }
  }

  async function chooseNet(): Promise<void> {
    const [net] =
      (await vscode.window.showOpenDialog({
        defaultUri: vscode.Uri.joinPath(file, '..'),
        filters: { prototxt: ['prototxt'] },
        title: vscode.l10n.t('Select the net to compare the weights with'),
      })) ?? [];
    if (!net) return;
    chosen = net.toString();
    await pair();
  }

  async function showNet(line: number): Promise<void> {
    if (!nets?.paired) return;
    const net = vscode.Uri.parse(nets.paired.uri);
    const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === net.toString());
    const selection = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(net, {
      viewColumn: editor?.viewColumn ?? vscode.ViewColumn.Beside,
      selection,
    });
  }

  const readSoon = soon(() => void read());
  const pairSoon = soon(() => void pair());
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), '*.{caffemodel,binaryproto}'),
  );
  const isOwn = (changed: vscode.Uri): boolean => changed.toString() === uri;
  const readIfOwn = (changed: vscode.Uri): void => {
    if (isOwn(changed)) readSoon.run();
  };
  listeners.set(uri, ({ from, statistics: some, share }) => {
    statistics.splice(from, some.length, ...some);
    post({ kind: 'statistics', from, statistics: some, share });
  });
  const subscriptions = vscode.Disposable.from(
    readSoon,
    pairSoon,
    watcher,
    watcher.onDidChange(readIfOwn),
    watcher.onDidCreate(readIfOwn),
    watcher.onDidDelete(readIfOwn),
    changedOf(server)(pairSoon.run),
    server.onDidChange(() => {
      if (server.isRunning() && answer) pairSoon.run();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.uri.toString() === nets?.paired?.uri) pairSoon.run();
    }),
  );
  view.onDidDispose(() => {
    running?.source.cancel();
    listeners.delete(uri);
    subscriptions.dispose();
  });
  // At once, so that the server works while the page loads.
  void read();
  void partsOf(context, 'model');
}

function soon(run: () => void): vscode.Disposable & { readonly run: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    run: () => {
      clearTimeout(timer);
      timer = setTimeout(run, pause);
    },
    dispose: () => clearTimeout(timer),
  };
}

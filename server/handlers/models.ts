/** Weights files and mean files that the user opened. What a net names is not opened here, so trust is not needed. */
import type { CancellationToken } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { messageOf } from '#core/messages/render';
import { placeless } from '#core/problems/index';
import { limits } from '#project/files';
import { netsOfModel } from '#project/nets-of-model';
import { openModel, type OpenedModel } from '#project/opened-model';
import { reasonOf } from '#project/reason';
import { readText } from '#project/text-files';
import { canonical, nameOf } from '#project/uris';
import {
  exportProgress,
  modelStatistics as some,
  type ExportProgress,
  type SomeStatistics,
} from '#protocol/notifications';
import type { ModelNets, ModelPairing } from '#protocol/model';
import type { OwnRequests } from '#protocol/requests';
import { isTrusted } from '../client';
import type { Context, Handlers } from '../context';
import { exportModel } from '../features/export-model';
import { figuresOf, valuesOf, type Source } from '../features/loaded-weights';
import { blobsOf, modelAnswer, modelPairing, modelStatistics } from '../features/model-editor';
import { guard } from '../guard';

/** How many files are kept as they were read, without their values. */
const mostKept = 4;

export const models: Handlers = {
  offers: () => ({}),
  register(context) {
    const { connection, opened: files, runtime, language } = context;
    const kept = new Map<string, Promise<OpenedModel>>();

    /** Reads the file, unless it was read before. */
    const modelAt = (uri: string): Promise<OpenedModel> => {
      const known = kept.get(uri) ?? openModel(uri, files, files.largestFile, language());
      kept.delete(uri);
      kept.set(uri, known);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return known;
    };
    const readerOf = (uri: string) => (start: number, end: number) => files.readRange(uri, start, end);
    const sourceOf = async (uri: string, blob: number): Promise<Source | undefined> => {
      const found = blobsOf(await modelAt(uri))[blob];
      return found && { blob: found, read: readerOf(uri) };
    };

    const on = <Method extends keyof OwnRequests>(
      method: Method,
      what: string,
      answer: (
        params: OwnRequests[Method]['params'],
        token: CancellationToken,
      ) => Promise<OwnRequests[Method]['result']>,
    ): void => {
      connection.onRequest<unknown, never>(method, (params: OwnRequests[Method]['params'], token: CancellationToken) =>
        guard(what, token, runtime.log, () => answer(params, token)),
      );
    };

    on('prototxt/model', 'Reading weights', async ({ uri }) => {
      kept.delete(uri);
      return modelAnswer(await modelAt(uri), language());
    });
    on('prototxt/model/statistics', 'Statistics', async ({ uri, from }, token) => {
      const tell = (found: Omit<SomeStatistics, 'uri'>): void =>
        void connection.sendNotification(some, { uri, ...found } satisfies SomeStatistics);
      const isCancelled = (): boolean => token.isCancellationRequested;
      try {
        const blobs = blobsOf(await modelAt(uri));
        const isDone = await modelStatistics(blobs, from, readerOf(uri), { tell, isCancelled });
        return { kind: isDone ? 'done' : 'cancelled' };
      } catch (error) {
        const args = { path: nameOf(uri), reason: reasonOf(error, language()) };
        return { kind: 'problem', message: messageOf(placeless('weights/model-unreadable', args), language()) };
      }
    });
    on('prototxt/model/figures', 'Statistics', async ({ uri, blob, ...binning }) =>
      figuresOf(await sourceOf(uri, blob), binning),
    );
    on('prototxt/model/values', 'Reading values', async ({ uri, blob, ...region }) =>
      valuesOf(await sourceOf(uri, blob), region),
    );
    on('prototxt/model/nets', 'Pairing', async ({ uri, net }) => netsAnswer(context, uri, await modelAt(uri), net));
    on('prototxt/model/export', 'Export', async ({ uri, to }, token) => {
      const progress = (share: number): void =>
        void connection.sendNotification(exportProgress, { to, share } satisfies ExportProgress);
      const writing = { progress, isCancelled: () => token.isCancellationRequested, language: language() };
      return exportModel(await modelAt(uri), readerOf(uri), to, runtime, writing);
    });
  },
};

async function netsAnswer(
  { runtime, client, place, documents }: Context,
  uri: string,
  model: OpenedModel,
  asked: string | null,
): Promise<ModelNets> {
  if (!isTrusted(client())) return { beside: [], paired: null, isRestricted: true };
  if (model.kind !== 'model') return { beside: [], paired: null, isRestricted: false };
  const textOf = (net: string): string | undefined => place(net)?.document.getText();
  const nets = await netsOfModel(uri, model.layers, runtime.files, textOf);
  const wanted = asked === null ? nets[0]?.uri : canonical(asked);
  const pairingOf = (net: string, text: string): ModelPairing => {
    const open = place(net);
    const document = open?.document ?? TextDocument.create(net, 'prototxt', 0, text);
    return modelPairing(document, open?.analysis ?? documents.analysisOf(net, text), model.layers);
  };
  const text =
    wanted === undefined
      ? undefined
      : (nets.find((net) => net.uri === wanted)?.text ??
        textOf(wanted) ??
        (await readText(wanted, limits.net, runtime.files)));
  return {
    beside: nets.map((net) => ({ uri: net.uri, name: nameOf(net.uri) })),
    paired: wanted === undefined || text === undefined ? null : pairingOf(wanted, text),
    isRestricted: false,
  };
}

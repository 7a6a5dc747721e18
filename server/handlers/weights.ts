/** Files of weights: those that a net starts from, and those written here, beside what else the server does. */
import { messageOf } from '#core/messages/render';
import type { Handlers } from '../desk';
import { exportTo } from '../features/export-weights';
import { reachBlob } from '../features/reach-blob';
import { guard } from '../guard';
import { exportProgress, type ExportParams, type ExportProgress, type PairAnswer, type PairRequests, type ReachRequests } from '../protocol';

/** Where neither a request nor a solver says one. */
const usualSeed = 1701;

export const weights: Handlers = {
  offers: () => ({}),
  register({ connection, runtime, documents, place, language, lookAround }) {
    connection.onRequest('prototxt/weights/pair', (params: PairRequests['prototxt/weights/pair']['params'], token) =>
      guard<PairAnswer, PairAnswer>('Pairing', token, runtime.log, {}, async () => {
        documents.choose(params.uri, params.model ?? undefined);
        await lookAround(params.uri);
        const { model } = documents.surroundings(params.uri);
        if (params.model === null || !model) return {};
        if (model.uri !== params.model) return { comment: model.name };
        return model.model.kind === 'problem' ? { problem: messageOf(model.model.problem, language()) } : {};
      }));
    connection.onRequest('prototxt/weights/reach', (params: ReachRequests['prototxt/weights/reach']['params'], token) =>
      guard('Drawing', token, runtime.log, null, () => reachBlob(params, runtime, () => token.isCancellationRequested)));
    connection.onRequest('prototxt/weights/export', (params: ExportParams, token) =>
      guard('Export', token, runtime.log, null, () => {
        const found = place(params.uri);
        if (!found?.state) return null;
        const { randomSeed = -1 } = documents.surroundings(params.uri).solver ?? {};
        const progress = (share: number): void => void connection.sendNotification(exportProgress, { to: params.to, share } satisfies ExportProgress);
        const writing = { progress, isCancelled: () => token.isCancellationRequested, language: language() };
        return exportTo(found.analysis, found.state, params, randomSeed >= 0 ? randomSeed : usualSeed, runtime, writing);
      }));
  },
};

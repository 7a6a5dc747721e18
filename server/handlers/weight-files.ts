/** Weights files: pairing them with a net, and exporting them in the background. */
import { messageOf } from '#core/messages/render';
import { seedFor } from '#project/seed';
import type { Handlers } from '../context';
import { exportTo, whyNotExportable } from '../features/export-weights';
import { guard } from '../guard';
import { exportProgress, type ExportProgress } from '#protocol/notifications';
import type { CancellationToken } from 'vscode-languageserver';
import type { ExportAnswer, ExportParams, ExportRequests, PairAnswer, PairRequests } from '#protocol/requests';

type Exportable = ExportRequests['prototxt/weights/exportable'];

export const weightFiles: Handlers = {
  offers: () => ({}),
  register({ connection, runtime, documents, place, language, lookAround }) {
    connection.onRequest('prototxt/weights/pair', (params: PairRequests['prototxt/weights/pair']['params'], token) =>
      guard<PairAnswer>('Pairing', token, runtime.log, async () => {
        documents.choose(params.uri, params.model ?? undefined);
        await lookAround(params.uri);
        const { model } = documents.surroundings(params.uri);
        if (params.model === null || !model) return {};
        if (model.uri !== params.model) return { comment: model.name };
        if (model.model.kind === 'problem') return { problem: messageOf(model.model.problem, language()) };
        return model.model.age === 'current' ? {} : { isOld: true };
      }),
    );
    connection.onRequest<Exportable['result'], never>(
      'prototxt/weights/exportable',
      ({ uri }: Exportable['params'], token: CancellationToken) =>
        guard<Exportable['result']>('Export', token, runtime.log, () => {
          const found = place(uri);
          return found ? (whyNotExportable(found.analysis, found.state, uri, language()) ?? null) : null;
        }),
    );
    connection.onRequest<ExportAnswer | null, never>(
      'prototxt/weights/export',
      (params: ExportParams, token: CancellationToken) =>
        guard('Export', token, runtime.log, () => {
          const found = place(params.uri);
          if (!found?.state) return null;
          const seed = seedFor(documents.surroundings(params.uri)).value;
          const progress = (share: number): void =>
            void connection.sendNotification(exportProgress, { to: params.to, share } satisfies ExportProgress);
          const writing = { progress, isCancelled: () => token.isCancellationRequested, language: language() };
          return exportTo(found.analysis, found.state, params, seed, runtime, writing);
        }),
    );
  },
};

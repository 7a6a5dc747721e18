/** Runs of nets and what is made for other tools: in a worker, beside what else the server does. */
import type { CancellationToken } from 'vscode-languageserver';
import { messageOf } from '#core/messages/render';
import { seedFor } from '#project/seed';
import { upgradeWeights } from '#project/upgrade-weights';
import { nameOf } from '#project/uris';
import { exportProgress, runProgress, type ExportProgress, type RunProgress } from '#protocol/notifications';
import type { ExportRequests, OnnxAnswer, RunAnswer, RunRequests, UpgradeAnswer } from '#protocol/requests';
import type { Handlers } from '../context';
import { exportOnnx, onnxChoices } from '../features/export-onnx';
import { runNet } from '../features/run-net';
import { allRidges, runView } from '../features/run-view';
import { guard } from '../guard';
import { answering } from './answering';

export const running: Handlers = {
  offers: () => ({}),
  register(context) {
    const { connection, runtime, documents, runs, place, language, refreshDocument } = context;
    answering(context, 'prototxt/run/view', null, ({ document, analysis, state }) => {
      if (!state) return null;
      const last = runs.of(document.uri);
      // The panel was opened for a run, and its page takes as long to load as the runtime.
      if (!last) runtime.prepareRun();
      return runView(document, analysis, state, last, seedFor(documents.surroundings(document.uri)).value, language());
    });
    answering(context, 'prototxt/run/ridges', null, ({ document }, { id }) => {
      const run = runs.of(document.uri);
      return run?.id === id ? allRidges(run, language()) : null;
    });
    answering(context, 'prototxt/onnx/choices', null, ({ document, state }) =>
      state ? onnxChoices(documents.surroundings(document.uri)) : null,
    );
    connection.onRequest<RunAnswer | null, never>(
      'prototxt/run',
      ({ uri, seed, batch, whatIfs, input }: RunRequests['prototxt/run']['params'], token: CancellationToken) =>
        guard<RunAnswer | null>('Run', token, runtime.log, async () => {
          const found = place(uri);
          if (!found?.state) return null;
          const around = documents.surroundings(uri);
          const asked = {
            seed: seed ?? seedFor(around).value,
            batch: batch ?? undefined,
            whatIfs,
            input: input ?? undefined,
          };
          const progress = (now: Omit<RunProgress, 'uri'>): void =>
            void connection.sendNotification(runProgress, { uri, ...now } satisfies RunProgress);
          const watch = { progress, signal: signalOf(token), language: language() };
          const answer = await runNet({ ...found, state: found.state, around }, asked, runs, runtime, watch);
          // Also of a run that was cancelled, the net itself may be there.
          refreshDocument(uri);
          return answer;
        }),
    );
    connection.onRequest<OnnxAnswer | null, never>(
      'prototxt/onnx/export',
      (params: ExportRequests['prototxt/onnx/export']['params'], token: CancellationToken) =>
        guard<OnnxAnswer | null>('Export', token, runtime.log, () => {
          const found = place(params.uri);
          if (!found?.state) return null;
          const progress = (share: number): void =>
            void connection.sendNotification(exportProgress, { to: params.to, share } satisfies ExportProgress);
          const watch = { progress, signal: signalOf(token), language: language() };
          return exportOnnx(found, found.state, params, documents.surroundings(params.uri), runtime, watch);
        }),
    );
    connection.onRequest<UpgradeAnswer, never>(
      'prototxt/weights/upgrade',
      ({ model, to }: ExportRequests['prototxt/weights/upgrade']['params'], token: CancellationToken) =>
        guard<UpgradeAnswer>('Upgrade', token, runtime.log, async () => {
          const outcome = await upgradeWeights(nameOf(model), model, {
            files: runtime.files,
            out: { name: nameOf(to), create: (size) => runtime.files.create(to, size, 'replace') },
            language: language(),
            isCancelled: () => token.isCancellationRequested,
          });
          return outcome.kind === 'problem'
            ? { kind: 'problem', message: messageOf(outcome.problem, language()) }
            : outcome;
        }),
    );
  },
};

function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

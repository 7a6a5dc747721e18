/** Runs a net in a worker, and shows what the last run gave. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import { say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import type { NetState } from '#core/net/model';
import { formatState } from '#core/net/state';
import { runPlan } from '#core/onnx/run-plan';
import { varied } from '#core/onnx/variation';
import { isError } from '#core/problems/index';
import { nameOf } from '#project/uris';
import type { RunAnswer } from '#protocol/requests';
import type { LastRun, RunView } from '#protocol/run';
import { sentenceOf } from '#run/failure';
import { plainNumber } from '#run/reduce';
import type { RanLayer } from '#run/run';
import type { Place } from '../context';
import { isOld, stdOf, type KeptRun, type Runs } from '../runs';
import type { Runtime } from '../runtime';
import { linesOf } from '../to-lsp';

interface Asked {
  readonly seed: number;
  /** Undefined: as the file says. */
  readonly batch: number | undefined;
}

interface Watch {
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
  readonly language: Language;
}

/** What it gives is kept in `runs`, if it gets to its end. */
export async function runNet(
  { document, analysis }: Place,
  state: NetState,
  { seed, batch }: Asked,
  runs: Runs,
  { start }: Pick<Runtime, 'start'>,
  { progress, signal, language }: Watch,
): Promise<RunAnswer> {
  const path = nameOf(document.uri);
  const rejection = rejectionOf(path, analysis, state, language);
  if (rejection !== undefined) return { kind: 'problem', message: rejection };
  if (!analysis.world) return { kind: 'cancelled' };
  const plan = runPlan(varied(analysis.state(state), analysis.dialect, analysis.world, { batch }), seed);
  const running = start({ plan, given: new Map(), wasm: undefined });
  const layers: RanLayer[] = [];
  signal.addEventListener('abort', running.cancel);
  try {
    for await (const event of running.events) {
      if (event.kind === 'progress') progress(event.done);
      if (event.kind === 'layer') layers.push(event.layer);
      if (event.kind !== 'done') continue;
      const { stopped } = plan;
      runs.keep(document.uri, {
        text: analysis.text,
        state: formatState(state),
        seed,
        batch,
        layers,
        loss: event.loss,
        stopped,
      });
      return { kind: 'done' };
    }
    return { kind: 'cancelled' };
  } catch (error) {
    return { kind: 'problem', message: sentenceOf(error, path, language) };
  } finally {
    signal.removeEventListener('abort', running.cancel);
  }
}

/** Why Caffe does not even set the net up, in words; undefined where it does. */
export function rejectionOf(path: string, analysis: Analysis, state: NetState, language: Language): string | undefined {
  const error = analysis.problemsIn(state).find(isError);
  const args = { path, state: formatState(state) };
  return error && say(language.running, 'rejected', { ...args, message: messageOf(error, language) });
}

export function runView(
  document: TextDocument,
  analysis: Analysis,
  state: NetState,
  run: KeptRun | undefined,
  seed: number,
  language: Language,
): RunView {
  return { state: formatState(state), seed, last: run ? lastRun(document, analysis, state, run, language) : null };
}

function lastRun(
  document: TextDocument,
  analysis: Analysis,
  state: NetState,
  run: KeptRun,
  language: Language,
): LastRun {
  const old = isOld(run, analysis, state);
  const now = analysis.state(state).net.layers;
  const byName = new Map([...now].reverse().map((layer) => [`${layer.type} ${layer.name}`, layer]));
  const { seed, batch = null, stopped } = run;
  return {
    state: run.state,
    seed,
    batch,
    loss: run.loss === null ? null : plainNumber(run.loss),
    isOld: old,
    layers: run.layers.map(({ index, name, type, tops }) => {
      const layer = old ? byName.get(`${type} ${name}`) : now[index];
      return {
        name,
        type,
        lines: layer ? linesOf(document, layer.span) : null,
        tops: tops.map((top) => ({
          blob: top.blob,
          shape: top.shape,
          mean: plainNumber(top.mean),
          std: plainNumber(stdOf(top)),
          min: plainNumber(top.min),
          max: plainNumber(top.max),
        })),
      };
    }),
    stopped: stopped
      ? say(language.running, 'stopped', { ...stopped, reason: say(language.lowering, stopped.reason, { ...stopped }) })
      : null,
  };
}

/** Runs a net in a worker, alone or beside the same net with other initial weights. */
import type { Analysis } from '#core/analysis/analysis';
import type { StateAnalysis } from '#core/infer/types';
import { say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import type { NetState } from '#core/net/model';
import { formatState } from '#core/net/state';
import { planOf, type RunAsked } from '#core/onnx/plan-of';
import type { WhatIf } from '#core/onnx/what-if';
import { isError } from '#core/problems/index';
import type { Surroundings } from '#project/surroundings';
import { nameOf } from '#project/uris';
import type { RunProgress } from '#protocol/notifications';
import type { RunAnswer } from '#protocol/requests';
import type { InputChoice } from '#protocol/run';
import { evenLossOf } from '#run/even-loss';
import { RunFailed, sentenceOf } from '#run/failure';
import { findingsOf } from '#run/findings';
import { givenInput, type GivenInput } from '#run/given-input';
import type { RanBack, RanLayer } from '#run/run';
import { topGradients } from '#run/top-gradients';
import type { Place } from '../context';
import type { KeptLayer, KeptRun, RanNet, Runs } from '../runs';
import type { Runtime } from '../runtime';
import { startOf } from './run-start';
import { ridgesOf } from './run-view';

export interface Asked {
  readonly seed: number;
  /** Undefined: as the file says. */
  readonly batch: number | undefined;
  /** Run after the net as it is. */
  readonly whatIfs: readonly WhatIf[];
  /** Undefined for random values. */
  readonly input: InputChoice | undefined;
}

interface Watch {
  readonly progress: (progress: Omit<RunProgress, 'uri'>) => void;
  readonly signal: AbortSignal;
  readonly language: Language;
}

type Net = Pick<Place, 'document' | 'analysis'> & {
  readonly state: NetState;
  readonly around: Pick<Surroundings, 'meanFiles'>;
};

/** What it gives is kept in `runs`, as soon as the net as it is has run; a comparison that is cancelled then is left out. */
export async function runNet(
  net: Net,
  asked: Asked,
  runs: Runs,
  runtime: Pick<Runtime, 'start' | 'files' | 'decodeImage'>,
  watch: Watch,
): Promise<RunAnswer> {
  const { document, analysis, state } = net;
  const { seed, batch, whatIfs, input } = asked;
  const path = nameOf(document.uri);
  const rejection = rejectionOf(path, analysis, state, watch.language);
  if (rejection !== undefined) return { kind: 'problem', message: rejection };
  const others = new Map<WhatIf, RanNet>();
  const kept = {
    text: analysis.text,
    state: formatState(state),
    seed,
    batch,
    input: input?.name,
    whatIfs: others,
    start: startOf(analysis.state(state)),
  };
  const all = [undefined, ...whatIfs];
  let main: OneRun | undefined;
  try {
    for (const [i, whatIf] of all.entries()) {
      const progress: Watch['progress'] = ({ done, coming }) =>
        watch.progress({ done: (i + done) / all.length, coming });
      const ran = await runWithBack(net, asked, whatIf, runtime, { ...watch, progress });
      if (ran === undefined) break;
      if (ran.kind === 'problem') return ran;
      if (whatIf === undefined) main = ran;
      else others.set(whatIf, ran.net);
    }
  } catch (error) {
    return { kind: 'problem', message: sentenceOf(error, path, watch.language) };
  } finally {
    if (main)
      runs.keep(document.uri, {
        ...kept,
        ...main.net,
        stopped: main.stopped,
        lost: main.lost,
        evenLoss: main.evenLoss,
      });
  }
  return watch.signal.aborted ? { kind: 'cancelled' } : { kind: 'done' };
}

interface OneRun {
  readonly kind: 'ran';
  readonly net: RanNet;
  readonly stopped: KeptRun['stopped'];
  readonly lost: KeptRun['lost'];
  readonly evenLoss: KeptRun['evenLoss'];
}

type OneAnswer = OneRun | Extract<GivenInput, { readonly kind: 'problem' }> | undefined;

/** Without Backward where there is no memory for both. */
async function runWithBack(
  net: Net,
  asked: Asked,
  whatIf: WhatIf | undefined,
  runtime: Pick<Runtime, 'start' | 'files' | 'decodeImage'>,
  watch: Watch,
): Promise<OneAnswer> {
  try {
    return await runOne(net, { ...asked, whatIf, back: true }, runtime, watch);
  } catch (error) {
    if (!(error instanceof RunFailed && error.failure.isMemory)) throw error;
    return runOne(net, { ...asked, whatIf, back: false }, runtime, watch);
  }
}

/** Undefined where it was cancelled. */
async function runOne(
  { analysis, state, around }: Net,
  { input, ...asked }: Omit<RunAsked, 'seed'> & Asked,
  runtime: Pick<Runtime, 'start' | 'files' | 'decodeImage'>,
  { progress, signal, language }: Watch,
): Promise<OneAnswer> {
  if (!analysis.world || signal.aborted) return undefined;
  const { state: inState, plan } = planOf(analysis.state(state), analysis.dialect, analysis.world, asked);
  const given = input
    ? await givenInput(
        { plan, state: inState, around },
        { path: input.name, uri: input.uri },
        hostOf(runtime, language),
      )
    : undefined;
  if (given?.kind === 'problem') return given;
  const running = runtime.start({ plan, given: given?.values ?? new Map() });
  const layers: RanLayer[] = [];
  const back: RanBack[] = [];
  const sent = { layers: 0, back: 0 };
  signal.addEventListener('abort', running.cancel);
  try {
    for await (const event of running.events) {
      if (event.kind === 'layer') layers.push(event.layer);
      if (event.kind === 'back') back.push(event.layer);
      if (event.kind === 'progress') {
        const isMore = layers.length > sent.layers || back.length > sent.back;
        const so = { layers: keptLayers(layers, back, inState), back, loss: null };
        progress({ done: event.done, coming: isMore ? ridgesOf(asked.whatIf ?? 'asIs', so, language, sent) : null });
        [sent.layers, sent.back] = [layers.length, back.length];
      }
      if (event.kind !== 'done') continue;
      const net = { layers: keptLayers(layers, back, inState), back, loss: event.loss };
      const evenLoss = evenLossOf(plan, inState);
      return { kind: 'ran', net, stopped: plan.stopped, lost: plan.back?.lost, evenLoss };
    }
    return undefined;
  } finally {
    signal.removeEventListener('abort', running.cancel);
  }
}

function keptLayers(layers: readonly RanLayer[], back: readonly RanBack[], state: StateAnalysis): readonly KeptLayer[] {
  const findings = findingsOf(layers, state, back);
  const gradients = topGradients(back, state);
  return layers.map((ran): KeptLayer => {
    const { rule, layer, params } = state.layers[ran.index] ?? {};
    return {
      ...ran,
      hasWeights: rule?.startsGradient === true,
      bottoms: layer?.bottoms.map(({ name }) => name) ?? [],
      params: params?.map(({ role }) => role) ?? [],
      findings: findings.get(ran.index) ?? [],
      gradient: gradients.get(ran.index) ?? null,
    };
  });
}

/** Mean files are those that were found around the net. */
function hostOf({ files, decodeImage }: Pick<Runtime, 'files' | 'decodeImage'>, language: Language) {
  return { files, decodeImage, language, uriOf: (path: string) => path };
}

/** Why Caffe does not even set the net up, in words; undefined where it does. */
export function rejectionOf(path: string, analysis: Analysis, state: NetState, language: Language): string | undefined {
  const error = analysis.problemsIn(state).find(isError);
  const args = { path, state: formatState(state) };
  return error && say(language.running, 'rejected', { ...args, message: messageOf(error, language) });
}

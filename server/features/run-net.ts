/** Runs a net in a worker, alone or beside the same net with other initial weights. */
import type { Analysis } from '#core/analysis/analysis';
import { say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import type { NetState } from '#core/net/model';
import { formatState } from '#core/net/state';
import { planOf } from '#core/onnx/plan-of';
import type { WhatIf } from '#core/onnx/what-if';
import { isError } from '#core/problems/index';
import type { Surroundings } from '#project/surroundings';
import { nameOf } from '#project/uris';
import type { RunProgress } from '#protocol/notifications';
import type { RunAnswer } from '#protocol/requests';
import type { InputChoice, RunNet } from '#protocol/run';
import { evenLossOf } from '#run/even-loss';
import { sentenceOf } from '#run/failure';
import { findingsOf } from '#run/findings';
import { givenInput, type GivenInput } from '#run/given-input';
import type { RanLayer } from '#run/run';
import type { Place } from '../context';
import type { KeptLayer, RanNet, Runs } from '../runs';
import type { Runtime } from '../runtime';
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
  const kept = { text: analysis.text, state: formatState(state), seed, batch, input: input?.name, whatIfs: others };
  const all = [undefined, ...whatIfs];
  let main: OneRun | undefined;
  try {
    for (const [i, whatIf] of all.entries()) {
      const progress: Watch['progress'] = ({ done, coming }) =>
        watch.progress({ done: (i + done) / all.length, coming });
      const ran = await runOne(net, asked, whatIf, runtime, { ...watch, progress });
      if (ran === undefined) break;
      if (ran.kind === 'problem') return ran;
      if (whatIf === undefined) main = ran;
      else others.set(whatIf, ran.net);
    }
  } catch (error) {
    return { kind: 'problem', message: sentenceOf(error, path, watch.language) };
  } finally {
    if (main) runs.keep(document.uri, { ...kept, ...main.net, stopped: main.stopped, evenLoss: main.evenLoss });
  }
  return watch.signal.aborted ? { kind: 'cancelled' } : { kind: 'done' };
}

interface OneRun {
  readonly kind: 'ran';
  readonly net: RanNet;
  readonly stopped: ReturnType<typeof planOf>['plan']['stopped'];
  readonly evenLoss: ReturnType<typeof evenLossOf>;
}

/** Undefined where it was cancelled. */
async function runOne(
  { analysis, state, around }: Net,
  { seed, batch, input }: Asked,
  whatIf: WhatIf | undefined,
  runtime: Pick<Runtime, 'start' | 'files' | 'decodeImage'>,
  { progress, signal, language }: Watch,
): Promise<OneRun | Extract<GivenInput, { readonly kind: 'problem' }> | undefined> {
  if (!analysis.world || signal.aborted) return undefined;
  const { state: inState, plan } = planOf(analysis.state(state), analysis.dialect, analysis.world, {
    seed,
    batch,
    whatIf,
    back: false,
  });
  const given = input
    ? await givenInput(
        { plan, state: inState, around },
        { path: input.name, uri: input.uri },
        hostOf(runtime, language),
      )
    : undefined;
  if (given?.kind === 'problem') return given;
  const running = runtime.start({ plan, given: given?.values ?? new Map(), wasm: undefined });
  const layers: RanLayer[] = [];
  const kept = (from: number): readonly KeptLayer[] => {
    const findings = findingsOf(layers, inState);
    return layers.slice(from).map((layer) => ({
      ...layer,
      hasWeights: inState.layers[layer.index]?.rule?.startsGradient === true,
      findings: findings.get(layer.index) ?? [],
    }));
  };
  let sent = 0;
  signal.addEventListener('abort', running.cancel);
  try {
    for await (const event of running.events) {
      if (event.kind === 'layer') layers.push(event.layer);
      if (event.kind === 'progress') {
        const name: RunNet = whatIf ?? 'asIs';
        const coming = layers.length > sent ? ridgesOf(name, { layers: kept(sent), loss: null }, language) : null;
        progress({ done: event.done, coming });
        sent = layers.length;
      }
      if (event.kind !== 'done') continue;
      const { stopped } = plan;
      return { kind: 'ran', net: { layers: kept(0), loss: event.loss }, stopped, evenLoss: evenLossOf(plan, inState) };
    }
    return undefined;
  } finally {
    signal.removeEventListener('abort', running.cancel);
  }
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

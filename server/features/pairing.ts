/** What a net's layers get from the file of weights that it starts from: as problems where Caffe stops, and in words. */
import type { Analysis } from '#core/analysis';
import { weightsDirective } from '#core/directives';
import type { StateAnalysis } from '#core/infer/types';
import { say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import type { Layer } from '#core/net/model';
import { formatShape } from '#core/net/shape';
import { formatState } from '#core/net/state';
import type { Arguments, Problem } from '#core/problems';
import { pair, stops, type LayerPairing } from '#core/weights/pairing';
import type { PairedModel } from '../models';

/** Over the states that the file serves, each place once; a file that can't be read is told at the comment that names it. */
export function pairingProblems(analysis: Analysis, { model, name }: PairedModel): readonly Problem[] {
  if (model.kind === 'problem') {
    const comment = analysis.references.find(({ field }) => field === weightsDirective);
    return comment ? [{ ...model.problem, span: comment.span }] : [];
  }
  const found = new Map<string, { readonly problem: Problem; readonly states: string[] }>();
  for (const state of analysis.states) {
    const inState = analysis.state(state);
    const { layers } = pair(inState, model);
    for (const { layer } of inState.layers) {
      const problem = problemOf(layer, layers.get(layer.index), name);
      if (!problem) continue;
      const key = `${problem.code} ${problem.span.start}`;
      const known = found.get(key) ?? { problem, states: [] };
      known.states.push(formatState(state));
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ problem, states }) => (states.length === analysis.states.length ? problem : { ...problem, states }));
}

export interface PairingAnswer {
  /** The file's name. */
  readonly file: string;
  /** Why it can't be read; undefined where it can. */
  readonly problem: string | undefined;
  /** By the index of the layer in its state. */
  readonly layers: ReadonlyMap<number, { readonly sentence: string; readonly stops: boolean }>;
  /** Layers of the file that the net lacks, in a sentence; undefined where there is none. */
  readonly ignored: string | undefined;
}

export function pairingAnswer(state: StateAnalysis, { model, name: file }: PairedModel, language: Language): PairingAnswer {
  if (model.kind === 'problem') return { file, problem: messageOf(model.problem, language), layers: new Map(), ignored: undefined };
  const { layers, ignored } = pair(state, model);
  const said = state.layers.flatMap(({ layer, params }) => {
    const pairing = layers.get(layer.index);
    if (!pairing) return [];
    const filled = params.some(({ filler }) => filler !== null);
    return [[layer.index, { sentence: sentenceOf(pairing, file, filled, language), stops: stops(pairing) }] as const];
  });
  const others = ignored.length > 0 ? say(language.pairing, 'ignored', { file, layers: ignored }) : undefined;
  return { file, problem: undefined, layers: new Map(said), ignored: others };
}

function sentenceOf(pairing: LayerPairing, file: string, filled: boolean, { pairing: sentences }: Language): string {
  const kind = pairing.kind === 'absent' && !filled ? 'absent-alone' : pairing.kind;
  return say(sentences, kind, { file, ...argsOf(pairing) });
}

const codes = { 'blob-count': 'weights/blob-count-differs', 'shape': 'weights/shape-differs', 'value-count': 'weights/value-count-differs' } as const;

function problemOf({ name, nameSpan: span }: Layer, pairing: LayerPairing | undefined, file: string): Problem | undefined {
  if (pairing?.kind !== 'shape' && pairing?.kind !== 'blob-count' && pairing?.kind !== 'value-count') return undefined;
  return { code: codes[pairing.kind], span, args: { layer: name, file, ...argsOf(pairing) } };
}

function argsOf(pairing: LayerPairing): Arguments {
  switch (pairing.kind) {
    case 'blob-count':
      return { found: pairing.found, expected: pairing.expected };
    case 'shape':
      return { blob: pairing.role, found: formatShape(pairing.found), expected: formatShape(pairing.expected) };
    case 'value-count':
      return { blob: pairing.role, found: pairing.found, expected: pairing.expected };
    default:
      return {};
  }
}

/** What a net's layers receive from its weights file: as problems where Caffe aborts, and in words. */
import type { StateAnalysis } from '#core/infer/types';
import { say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import { formatShape } from '#core/net/shape';
import { aborts, pair, type LayerPairing } from '#core/weight-files/pairing';
import { maxAxes } from '#core/weight-files/read-blob';
import type { PairedModel } from '#project/models';

export interface PairingAnswer {
  /** The file's name. */
  readonly file: string;
  /** Why the file can't be read, if so. */
  readonly problem: string | undefined;
  /** By the index of the layer in its state. */
  readonly layers: ReadonlyMap<
    number,
    { readonly sentence: string; readonly stops: boolean; readonly isLoaded: boolean }
  >;
  /** A sentence about layers of the file that the net lacks, if there are any. */
  readonly ignored: string | undefined;
}

export function pairingAnswer(
  state: StateAnalysis,
  { model, name: file }: PairedModel,
  language: Language,
): PairingAnswer {
  if (model.kind === 'problem')
    return { file, problem: messageOf(model.problem, language), layers: new Map(), ignored: undefined };
  const { layers, ignored } = pair(state, model);
  const said = state.layers.flatMap(({ layer, params }) => {
    const pairing = layers.get(layer.index);
    if (!pairing) return [];
    const filled = params.some(({ filler }) => filler !== null);
    const sentence = sentenceOf(pairing, file, filled, language);
    return [[layer.index, { sentence, stops: aborts(pairing), isLoaded: pairing.kind === 'loaded' }] as const];
  });
  const others = ignored.length > 0 ? say(language.pairing, 'ignored', { file, layers: ignored }) : undefined;
  return { file, problem: undefined, layers: new Map(said), ignored: others };
}

function sentenceOf(pairing: LayerPairing, file: string, filled: boolean, { pairing: sentences }: Language): string {
  switch (pairing.kind) {
    case 'blob-count':
      return say(sentences, 'blob-count', { file, found: pairing.found, expected: pairing.expected });
    case 'shape': {
      const { role: blob, found, expected } = pairing;
      return say(sentences, 'shape', { file, blob, found: formatShape(found), expected: formatShape(expected) });
    }
    case 'value-count': {
      const { role: blob, found, expected } = pairing;
      return say(sentences, 'value-count', { file, blob, found, expected });
    }
    case 'axes':
      return say(sentences, 'axes', { file, blob: pairing.role, limit: maxAxes });
    case 'absent':
      return say(sentences, filled ? 'absent' : 'absent-alone', { file });
    default:
      return say(sentences, pairing.kind, { file });
  }
}

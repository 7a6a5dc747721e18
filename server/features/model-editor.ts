/** What the editor of weights files shows: layers, statistics of their values, and how they fit a net. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core/analysis/analysis';
import type { StateAnalysis } from '#core/infer/types';
import type { Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import { shown } from '#core/messages/shown';
import { formatState } from '#core/net/state';
import { statisticsLoaded, type LoadedStatistics } from '#core/weight-files/loaded-values';
import type { ReadRange } from '#core/weight-files/binary-fields';
import { fitsValues } from '#core/weight-files/model-npz';
import { pair, pairBlobs, type Pairing } from '#core/weight-files/pairing';
import type { ModelBlob } from '#core/weight-files/read-blob';
import type { ModelLayer } from '#core/weight-files/read-caffemodel';
import type { OpenedModel } from '#project/opened-model';
import { nameOf } from '#project/uris';
import type { ModelAnswer, ModelPairing, ModelStatistics } from '#protocol/model';
import { linesOf } from '../to-lsp';

export function modelAnswer(model: OpenedModel, language: Language): ModelAnswer {
  if (model.kind === 'problem') return { kind: 'problem', message: messageOf(model.problem, language) };
  const layers = model.layers.map(({ name, type, blobs }) => ({
    name: shown(name),
    type: shown(type),
    blobs: blobs.map((blob) => ({
      shape: blob.shape,
      count: blob.count,
      fits: fitsValues(blob),
      isDouble: blob.isDouble,
    })),
  }));
  return { ...model, layers };
}

export function blobsOf(model: OpenedModel): readonly ModelBlob[] {
  return model.kind === 'problem' ? [] : model.layers.flatMap(({ blobs }) => blobs);
}

/** In values, and in blobs: after so many, the client is told. */
const atOnce = { values: 1 << 22, blobs: 256 };

/** Tells the statistics of all blobs from `from` on, in order. False if it was cancelled. Rejects as `read` does. */
export async function modelStatistics(
  blobs: readonly ModelBlob[],
  from: number,
  read: ReadRange,
  { tell, isCancelled }: { readonly tell: (some: ModelStatistics) => void; readonly isCancelled: () => boolean },
): Promise<boolean> {
  const total = bytesOf(blobs);
  let done = bytesOf(blobs.slice(0, from));
  let first = from;
  let some: LoadedStatistics[] = [];
  let told = done;
  const flush = (): void => {
    tell({ from: first, statistics: some, share: total === 0 ? 1 : done / total });
    first += some.length;
    some = [];
    told = done;
  };
  const counted: ReadRange = async (start, end) => {
    if (isCancelled()) throw new Cancelled();
    const bytes = await read(start, end);
    done += bytes.length;
    if (done - told >= 4 * atOnce.values) flush();
    return bytes;
  };
  try {
    for (const blob of blobs.slice(from)) {
      const found = await statisticsLoaded(blob, counted);
      // Only now: some were told in the meantime.
      some.push(found);
      if (some.length >= atOnce.blobs) flush();
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    flush();
    return false;
  }
  flush();
  return true;
}

class Cancelled extends Error {}

function bytesOf(blobs: readonly ModelBlob[]): number {
  return blobs.reduce((sum, { ranges }) => ranges.reduce((inner, { start, end }) => inner + end - start, sum), 0);
}

/** Of several states, the one that loads most layers. `document` has the text of the net. */
export function modelPairing(
  document: TextDocument,
  { kind, states, state }: Pick<Analysis, 'kind' | 'states' | 'state'>,
  layers: readonly ModelLayer[],
): ModelPairing {
  const net = { uri: document.uri, name: nameOf(document.uri) };
  let best: { readonly state: StateAnalysis; readonly pairing: Pairing; readonly loaded: number } | undefined;
  for (const each of kind === 'net' ? states : []) {
    const inState = state(each);
    const pairing = pair(inState, { kind: 'model', age: 'current', layers });
    const loaded = [...pairing.layers.values()].filter((one) => one.kind === 'loaded').length;
    if (!best || loaded > best.loaded) best = { state: inState, pairing, loaded };
  }
  if (!best) return { ...net, state: '', layers: layers.map(() => null), missing: [] };
  const { state: inState, pairing } = best;
  const targets = new Map(inState.layers.toReversed().map((target) => [target.layer.name, target]));
  return {
    ...net,
    state: formatState(inState.state),
    layers: layers.map((layer) => {
      const target = targets.get(layer.name);
      if (!target) return null;
      const [line] = linesOf(document, target.layer.span);
      return { line, pairing: pairing.layers.get(target.layer.index) ?? null, blobs: pairBlobs(target, layer) };
    }),
    missing: inState.layers
      .filter(({ layer }) => pairing.layers.get(layer.index)?.kind === 'absent')
      .map(({ layer }) => ({ name: shown(layer.name), line: linesOf(document, layer.span)[0] })),
  };
}

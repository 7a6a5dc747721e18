/** The values that a net loads from its weights file, for the weights panel. */
import type { StateAnalysis } from '#core/infer/types';
import { loadedRegion, tallyLoaded } from '#core/weight-files/loaded-values';
import type { Region } from '#core/weights/region';
import type { ReadRange } from '#core/weight-files/binary-fields';
import type { ModelBlob } from '#core/weight-files/read-blob';
import { trained } from '#core/weight-files/trained';
import { littleEndian } from '#core/weights/crc32';
import { drawPlan } from '#core/weights/plan';
import type { Files } from '#project/files';
import type { PairedModel } from '#project/models';
import type { FiguresAsked, LoadedFigures } from '#protocol/values';

/** In values, and in bins: more than a page shows. */
const most = { values: 1 << 22, bins: 4096 };

export interface Source {
  readonly blob: ModelBlob;
  readonly read: ReadRange;
}

/** `blob`: an index in `DrawPlan.blobs`. Undefined if the net keeps its initial values. */
function sourceOf(
  state: StateAnalysis,
  blob: number,
  paired: PairedModel | undefined,
  files: Pick<Files, 'readRange'>,
): Source | undefined {
  const uri = paired?.uri;
  if (uri === undefined || paired?.model.kind !== 'model') return undefined;
  const owner = drawPlan(state).blobs[blob]?.owner ?? blob;
  const found = trained(state, paired.model).blobs.get(owner);
  return found && { blob: found, read: (start, end) => files.readRange(uri, start, end) };
}

/** Null if nothing is loaded, or the file can't be read. */
export async function loadedFigures(
  state: StateAnalysis,
  { blob, from, to, bins }: FiguresAsked,
  paired: PairedModel | undefined,
  files: Pick<Files, 'readRange'>,
): Promise<LoadedFigures | null> {
  return figuresOf(sourceOf(state, blob, paired, files), { from, to, bins });
}

export async function figuresOf(
  source: Source | undefined,
  { from, to, bins }: Omit<FiguresAsked, 'blob'>,
): Promise<LoadedFigures | null> {
  if (!source || !(to > from) || !(bins > 0 && bins <= most.bins)) return null;
  try {
    const binning = { from, to, bins, zeros: 'count' } as const;
    const { statistics, counts, nan, infinite } = await tallyLoaded(source.blob, binning, source.read);
    return { statistics: { ...statistics, nan, infinite }, counts: [...counts] };
  } catch {
    return null;
  }
}

export async function loadedValues(
  state: StateAnalysis,
  { blob, ...region }: Region & { readonly blob: number },
  paired: PairedModel | undefined,
  files: Pick<Files, 'readRange'>,
): Promise<string | null> {
  return valuesOf(sourceOf(state, blob, paired, files), region);
}

/** See `FromValues`. */
export async function valuesOf(source: Source | undefined, region: Region): Promise<string | null> {
  const { start, rows, width, stride } = region;
  const isSound = [start, rows, width, stride].every((value) => Number.isSafeInteger(value) && value >= 0);
  if (!source || !isSound || rows * width > most.values) return null;
  try {
    return base64Of(littleEndian(await loadedRegion(source.blob, region, source.read)));
  } catch {
    return null;
  }
}

/** In bytes: a call takes a limited number of arguments. */
const piece = 1 << 13;

export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += piece)
    text += String.fromCharCode(...bytes.subarray(start, start + piece));
  return btoa(text);
}

/** The values that a net loads from its weights file, for the weights panel. */
import type { StateAnalysis } from '#core/infer/types';
import { loadedRegion, tallyLoaded, type Region } from '#core/weight-files/loaded-values';
import type { ReadRange } from '#core/weight-files/binary-fields';
import type { ModelBlob } from '#core/weight-files/read-blob';
import { trained } from '#core/weight-files/trained';
import { drawPlan } from '#core/weights/plan';
import type { Files } from '#project/files';
import type { PairedModel } from '#project/models';
import type { LoadedFigures } from '#protocol/weights';

/** In values, and in bins: more than a page shows. */
const most = { values: 1 << 22, bins: 4096 };

interface Source {
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
  {
    blob,
    from,
    to,
    bins,
  }: { readonly blob: number; readonly from: number; readonly to: number; readonly bins: number },
  paired: PairedModel | undefined,
  files: Pick<Files, 'readRange'>,
): Promise<LoadedFigures | null> {
  const source = sourceOf(state, blob, paired, files);
  if (!source || !(to > from) || !(bins > 0 && bins <= most.bins)) return null;
  try {
    const { statistics, counts } = await tallyLoaded(source.blob, { from, to, bins, zeros: 'count' }, source.read);
    return { statistics, counts: [...counts] };
  } catch {
    return null;
  }
}

export async function loadedValues(
  state: StateAnalysis,
  { blob, ...region }: Region & { readonly blob: number },
  paired: PairedModel | undefined,
  files: Pick<Files, 'readRange'>,
): Promise<readonly number[] | null> {
  const source = sourceOf(state, blob, paired, files);
  const { start, rows, width, stride } = region;
  const isSound = [start, rows, width, stride].every((value) => Number.isSafeInteger(value) && value >= 0);
  if (!source || !isSound || rows * width > most.values) return null;
  try {
    return [...(await loadedRegion(source.blob, region, source.read))];
  } catch {
    return null;
  }
}

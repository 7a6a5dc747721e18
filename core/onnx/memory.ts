/**
 * Which blobs share memory, and what is in it. A layer that works in place writes to its bottom's memory, unless others
 * read that as well: then Caffe gives each reader its own copy (insert_splits.cpp). Tops of layers that share their
 * bottom have its memory under another name. A smaller top leaves the rest of the memory as it was.
 */
import { concat, countOf, reshape, slice, type Dims } from '../graph/operators';
import type { StateAnalysis } from '../infer/types';
import type { Value } from '../net/graph';

export interface Memory {
  /** The blobs that were written there, the last one first. */
  readonly written: (blob: number) => readonly number[];
  readonly write: (blob: number) => void;
}

export function memoryOf(analysis: StateAnalysis): Memory {
  const owner = joined(analysis, true);
  const written = new Map<number, readonly number[]>();
  return {
    written: (blob) => written.get(owner[blob] ?? blob) ?? [blob],
    write: (blob) => {
      const own = owner[blob] ?? blob;
      written.set(own, [blob, ...(written.get(own) ?? [])]);
    },
  };
}

/**
 * The last version of each blob, by `Blob.id`: layers in place change the shape of what is one blob in Caffe. Those of
 * other names have a shape of their own.
 */
export function lastVersions(analysis: StateAnalysis): readonly number[] {
  const owner = joined(analysis, false);
  const last = new Map(owner.map((own, id) => [own, id]));
  return owner.map((own, id) => last.get(own) ?? id);
}

/** For each blob, the first one whose memory it has. */
function joined({ layers, net }: StateAnalysis, otherNames: boolean): readonly number[] {
  const readers = new Map<number, number>();
  for (const { layer } of layers)
    for (const { blob } of layer.bottoms) if (blob) readers.set(blob.id, (readers.get(blob.id) ?? 0) + 1);
  const owner = net.blobs.map(({ id }) => id);
  for (const { layer, rule } of layers) {
    const shares = otherNames && rule?.sharesBottom === true;
    for (const { blob, inPlaceOf } of layer.tops) {
      const source = layer.bottoms[shares ? 0 : inPlaceOf]?.blob;
      if (source && (shares || readers.get(source.id) === 1)) owner[blob.id] = owner[source.id] ?? source.id;
    }
  }
  return owner;
}

/**
 * The first values of a memory in a shape. `written`: the values that were written there, the last one first. Undefined
 * where these are too few.
 */
export function contentOf(written: readonly Value[], shape: Dims): Value | undefined {
  const count = countOf(shape);
  const pieces: Value[] = [];
  let known = 0;
  for (const value of written) {
    const size = countOf(value.shape);
    if (size === count && known === 0) return reshape(value, shape);
    if (size <= known) continue;
    const end = Math.min(size, count);
    pieces.push(slice(reshape(value, [size]), [0], [known], [end]));
    known = end;
    if (known === count) return reshape(concat(pieces, 0), shape);
  }
  return undefined;
}

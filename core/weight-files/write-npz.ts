/** Blobs as NumPy files: one as `.npy`, several as `.npz`, drawn while they are written. */
import { partsOf, valueBytes, type ExportedBlob, type WeightFile } from './exported-net';
import { updateCrc32 } from '../weights/crc32';
import type { PlanDraw } from '../weights/draw';
import { npyHeader } from './write-npy';
import { directory, directorySize, localHeader, type ZipEntry } from './zip';

export function npyFile(blob: ExportedBlob, draw: PlanDraw): WeightFile {
  return { size: npySize(blob), chunks: () => npyChunks(blob, draw) };
}

export interface NamedBlob extends ExportedBlob {
  readonly name: string;
}

/** Each blob is an entry `<name>.npy`, which Python accesses by `<name>`. */
export function npzFile(blobs: readonly NamedBlob[], draw: PlanDraw): WeightFile {
  const entries = entriesOf(blobs);
  const end = entries.at(-1);
  const files = end ? end.offset + localHeader({ ...end, crc32: 0 }).length + end.size : 0;
  return { size: files + directorySize(entries, files), chunks: () => npzChunks(blobs, entries, files, draw) };
}

function* npyChunks(blob: ExportedBlob, draw: PlanDraw): Generator<Uint8Array> {
  yield npyHeader(blob.shape);
  yield* partsOf(blob, draw);
}

/**
 * The checksum precedes the values, so each blob is drawn twice. The format that puts it after them is supported by few
 * readers.
 */
function* npzChunks(
  blobs: readonly NamedBlob[],
  entries: readonly Omit<ZipEntry, 'crc32'>[],
  files: number,
  draw: PlanDraw,
): Generator<Uint8Array> {
  const written: ZipEntry[] = [];
  for (const [i, blob] of blobs.entries()) {
    let crc32 = 0;
    for (const chunk of npyChunks(blob, draw)) {
      crc32 = updateCrc32(crc32, chunk);
      yield chunk.subarray(0, 0);
    }
    const entry: ZipEntry = { ...(entries[i] as ZipEntry), crc32 };
    written.push(entry);
    yield localHeader(entry);
    yield* npyChunks(blob, draw);
  }
  yield directory(written, files);
}

function entriesOf(blobs: readonly NamedBlob[]): readonly Omit<ZipEntry, 'crc32'>[] {
  let offset = 0;
  return blobs.map((blob) => {
    const entry = { name: `${blob.name}.npy`, size: npySize(blob), offset };
    offset += localHeader({ ...entry, crc32: 0 }).length + entry.size;
    return entry;
  });
}

function npySize(blob: ExportedBlob): number {
  return npyHeader(blob.shape).length + valueBytes(blob);
}

/** Arrays as NumPy files: one as `.npy`, several as `.npz`, drawn or read while they are written. */
import { updateCrc32 } from '../weights/crc32';
import { npyHeader } from './write-npy';
import { directory, directorySize, localHeader, type ZipEntry } from './zip';

/** Each chunk is valid until the next is requested; an empty chunk is a pause. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file whose contents are drawn or read while it is written. */
export interface WeightFile {
  /** In bytes, known before the first value is. */
  readonly size: number;
  readonly chunks: () => Chunks;
}

/** Float32 values, little-endian, as many as the shape says. */
export interface NumPyArray {
  readonly shape: readonly number[];
  readonly values: () => Chunks;
}

export function npyFile(array: NumPyArray): WeightFile {
  return { size: npySize(array), chunks: () => npyChunks(array) };
}

export interface NamedArray extends NumPyArray {
  readonly name: string;
}

/** Each array is an entry `<name>.npy`, which Python accesses by `<name>`. */
export function npzFile(arrays: readonly NamedArray[]): WeightFile {
  const entries = entriesOf(arrays);
  const end = entries.at(-1);
  const files = end ? end.offset + localHeader({ ...end, crc32: 0 }).length + end.size : 0;
  return { size: files + directorySize(entries, files), chunks: () => npzChunks(arrays, entries, files) };
}

async function* npyChunks({ shape, values }: NumPyArray): AsyncGenerator<Uint8Array> {
  yield npyHeader(shape);
  yield* values();
}

/**
 * The checksum precedes the values, so each array is drawn or read twice. The format that puts it after them is
 * supported by few readers.
 */
async function* npzChunks(
  arrays: readonly NamedArray[],
  entries: readonly Omit<ZipEntry, 'crc32'>[],
  files: number,
): AsyncGenerator<Uint8Array> {
  const written: ZipEntry[] = [];
  for (const [i, array] of arrays.entries()) {
    let crc32 = 0;
    for await (const chunk of npyChunks(array)) {
      crc32 = updateCrc32(crc32, chunk);
      yield chunk.subarray(0, 0);
    }
    const entry: ZipEntry = { ...(entries[i] as ZipEntry), crc32 };
    written.push(entry);
    yield localHeader(entry);
    yield* npyChunks(array);
  }
  yield directory(written, files);
}

function entriesOf(arrays: readonly NamedArray[]): readonly Omit<ZipEntry, 'crc32'>[] {
  let offset = 0;
  return arrays.map((array) => {
    const entry = { name: `${array.name}.npy`, size: npySize(array), offset };
    offset += localHeader({ ...entry, crc32: 0 }).length + entry.size;
    return entry;
  });
}

/** In bytes. */
function npySize({ shape }: NumPyArray): number {
  return npyHeader(shape).length + 4 * shape.reduce((product, dim) => product * dim, 1);
}

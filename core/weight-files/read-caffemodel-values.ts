/** Reads the values of a blob of a file by ranges, as Caffe does: doubles are rounded to float32. */
import { readExactly, type ReadRange } from './binary-fields';
import type { ModelBlob } from './read-blob';

/** In bytes. */
const usualChunk = 1 << 22;

/** Little-endian float32, in chunks of at most `chunk` bytes of the file. Rejects as `readExactly` does. */
export async function* modelValues(
  { ranges, isDouble }: ModelBlob,
  read: ReadRange,
  chunk = usualChunk,
): AsyncGenerator<Uint8Array> {
  const width = isDouble ? 8 : 4;
  for (const { start: first, end, tag } of ranges) {
    const step = Math.max(1, Math.floor(chunk / (width + tag))) * (width + tag);
    for (let start = first; start < end; start += step) {
      const bytes = withoutTags(await readExactly(read, start, Math.min(end, start + step)), tag, width);
      yield isDouble ? rounded(bytes) : bytes;
    }
  }
}

function withoutTags(bytes: Uint8Array, tag: number, width: number): Uint8Array {
  if (tag === 0) return bytes;
  const values = new Uint8Array((bytes.length / (tag + width)) * width);
  for (let to = 0, from = tag; to < values.length; from += tag)
    for (let i = 0; i < width; i++) values[to++] = bytes[from++] as number;
  return values;
}

function rounded(bytes: Uint8Array): Uint8Array {
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const to = new DataView(new ArrayBuffer(bytes.length / 2));
  for (let at = 0; at + 8 <= bytes.length; at += 8) to.setFloat32(at / 2, from.getFloat64(at, true), true);
  return new Uint8Array(to.buffer);
}

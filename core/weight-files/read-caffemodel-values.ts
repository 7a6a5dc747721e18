/** Reads the values of a blob of a `.caffemodel` by ranges, as Caffe does: doubles are rounded to float32. */
import type { ModelBlob, ReadRange } from './read-caffemodel';

const chunkBytes = 1 << 22;

/** Little-endian float32, in chunks. Rejects as `read` does. */
export async function* modelValues({ ranges, isDouble }: ModelBlob, read: ReadRange): AsyncGenerator<Uint8Array> {
  for (const range of ranges) {
    for (let start = range.start; start < range.end; start += chunkBytes) {
      const bytes = await read(start, Math.min(range.end, start + chunkBytes));
      yield isDouble ? rounded(bytes) : bytes;
    }
  }
}

function rounded(bytes: Uint8Array): Uint8Array {
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const to = new DataView(new ArrayBuffer(bytes.length / 2));
  for (let at = 0; at + 8 <= bytes.length; at += 8) to.setFloat32(at / 2, from.getFloat64(at, true), true);
  return new Uint8Array(to.buffer);
}

/** A mean file as Caffe writes it, of zeros. */
import { bytesField, intField, joined } from '#core/wire';

export function meanFile(channels: number, height: number, width: number): Uint8Array<ArrayBuffer> {
  const dims = [1, channels, height, width].map((dim, i) => intField(i + 1, dim));
  return joined([...dims, ...bytesField(5, [new Uint8Array(4 * channels * height * width)])]);
}

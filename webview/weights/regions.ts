/** Parts of a blob as they are seen: some runs of values. */
import type { RegionRequest } from './worker-messages';

/** How many values there must be, from the first. */
export function endOf({ start, rows, width, stride }: RegionRequest): number {
  return start + (rows - 1) * stride + width;
}

/** `values` are those of the blob, from its first. */
export function cut(values: Float32Array, { start, rows, width, stride }: RegionRequest): Float32Array<ArrayBuffer> {
  const part = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++)
    part.set(values.subarray(start + row * stride, start + row * stride + width), row * width);
  return part;
}

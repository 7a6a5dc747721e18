/** Blobs in parts of some milliseconds, so that none is too large and none keeps others waiting. */

/** The most values of one part. */
export const partValues = 1 << 18;

/** Where a part of a blob goes: an array for the values from `start` up to `end`. */
export type Room = (start: number, end: number) => Float32Array;

export function* inParts(from: number, to: number, size: number, room: Room, fill: (part: Float32Array, start: number) => void): Generator<Float32Array> {
  for (let start = from; start < to; start += size) {
    const part = room(start, Math.min(start + size, to));
    fill(part, start);
    yield part;
  }
}

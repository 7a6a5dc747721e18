/** Blobs in parts of some milliseconds, which bounds memory and the time between pauses. */
import type { Snapshot } from '../random/mt19937';

/** The most values of one part. */
export const partValues = 1 << 18;

/** Provides the array for a part of a blob: the values in [start, end). */
export type Room = (start: number, end: number) => Float32Array;

/** Consecutive values of a blob, from index `start` on. */
export interface Part {
  readonly start: number;
  readonly values: Float32Array;
  /** The mark from which they can be drawn again: at `start`, or shortly before. */
  readonly mark: Mark;
}

/** A position at which drawing a blob can be resumed: the generator's state before the value at `start` is drawn. */
export interface Mark {
  readonly start: number;
  readonly state: Snapshot;
  /** The state before that value's mask, where masks are drawn too. */
  readonly masks?: Snapshot;
}

export interface Run {
  readonly from: number;
  readonly to: number;
  /** The most values of one part. */
  readonly size: number;
  readonly room: Room;
  /** Called before each part is filled. */
  readonly mark: (start: number) => Mark;
}

export function* inParts(
  { from, to, size, room, mark }: Run,
  fill: (values: Float32Array, start: number) => void,
): Generator<Part> {
  for (let start = from; start < to; start += size) {
    const before = mark(start);
    const values = room(start, Math.min(start + size, to));
    fill(values, start);
    yield { start, values, mark: before };
  }
}

/** One array for all parts: each overwrites the previous one. */
export function passingRoom(): Room {
  let array = new Float32Array();
  return (start, end) => {
    if (array.length < end - start) array = new Float32Array(end - start);
    return array.subarray(0, end - start);
  };
}

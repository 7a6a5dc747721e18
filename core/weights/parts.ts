/** Blobs in parts of some milliseconds, so that none is too large and none keeps others waiting. */
import type { Snapshot } from '../random/mt19937';

/** The most values of one part. */
export const partValues = 1 << 18;

/** Where a part of a blob goes: an array for the values from `start` up to `end`. */
export type Room = (start: number, end: number) => Float32Array;

/** Values of a blob that follow each other, from the one at `start`. */
export interface Part {
  readonly start: number;
  readonly values: Float32Array;
  /** From where they can be drawn again: from `start`, or shortly before. */
  readonly mark: Mark;
}

/** A place in a blob where its drawing can be taken up: the generator's state before the value at `start` is drawn. */
export interface Mark {
  readonly start: number;
  readonly state: Snapshot;
  /** Before that value is masked, where that is drawn too. */
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

/** One array for all parts: each takes the place of the one before. */
export function passingRoom(): Room {
  let array = new Float32Array();
  return (start, end) => {
    if (array.length < end - start) array = new Float32Array(end - start);
    return array.subarray(0, end - start);
  };
}

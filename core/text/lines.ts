/** Offsets ↔ lines and characters, both counted from 0, in UTF-16 units. Only '\n' ends a line, as protoc counts. */
import { memoizeLast } from '../lazy';
import { firstIndexOf } from '../lists';

export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Lines {
  readonly count: number;
  /** The position of an offset; an offset outside of the text is clamped. */
  readonly positionAt: (offset: number) => Place;
  /** The offset of a position; a line or character that does not exist is clamped to the nearest. */
  readonly offsetAt: (place: Place) => number;
}

export function lines(text: string): Lines {
  const starts = lineStarts(text);
  const startOf = (line: number): number => starts[line] ?? text.length;
  return {
    count: starts.length,
    positionAt: (offset) => {
      const inside = Math.min(Math.max(offset, 0), text.length);
      const line = firstIndexOf(starts, (start) => start > inside) - 1;
      return { line, character: inside - startOf(line) };
    },
    offsetAt: ({ line, character }) => {
      if (line < 0) return 0;
      const end = line + 1 < starts.length ? startOf(line + 1) - 1 : text.length;
      return Math.min(startOf(line) + Math.max(character, 0), end);
    },
  };
}

const startsIn = memoizeLast(lineStarts);

/** Where the line of an offset begins. By a search in the lines: a search in the text may go through all of a long line. */
export function lineStartAt(text: string, offset: number): number {
  const starts = startsIn(text);
  return starts[firstIndexOf(starts, (start) => start > offset) - 1] ?? 0;
}

/** Where the line of an offset ends: at its `\n`, or at the end of the text. */
export function lineEndAt(text: string, offset: number): number {
  const starts = startsIn(text);
  const next = starts[firstIndexOf(starts, (start) => start > offset)];
  return next === undefined ? text.length : next - 1;
}

/** The line of one offset, counted from 1, as shown to a person. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** Counts first, since a growing array takes three times as much memory. */
function lineStarts(text: string): Uint32Array {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  const starts = new Uint32Array(count);
  for (let i = 1, at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts[i++] = at + 1;
  return starts;
}

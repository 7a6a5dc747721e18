/** Parts of a blob's values, as pictures show them, and the one that its first picture needs. */
import { count } from '../net/shape';
import type { Steps } from '../steps';
import type { PlanDraw } from './draw';
import { passingRoom } from './parts';

/** `rows` runs of `width` values, `stride` apart, from the value at `start`. */
export interface Region {
  readonly start: number;
  readonly rows: number;
  readonly width: number;
  readonly stride: number;
}

/** In values: more than a picture shows, which has some pixels for each. */
const most = 1 << 16;
/** In values: a row of a matrix that is longer is cut off. */
const mostInRow = 1 << 9;

/** `shape`: all dimensions known. Kernels and narrow matrices from the first value on; of a wide matrix, its top left part. */
export function firstRegion(shape: readonly number[]): Region {
  const all = count(shape) ?? 0;
  const [outputs = 1] = shape;
  const columns = outputs > 0 ? all / outputs : 0;
  const isWide = shape.length === 2 && columns > mostInRow;
  if (!isWide) return { start: 0, rows: 1, width: Math.min(all, most), stride: 0 };
  return { start: 0, rows: Math.min(outputs, most / mostInRow), width: mostInRow, stride: columns };
}

/** The values of `part`, out of those of the first region; undefined if it has not all of them. */
export function partOfFirst(first: Region, values: Float32Array, part: Region): Float32Array | undefined {
  const found = new Float32Array(part.rows * part.width);
  for (let row = 0; row < part.rows; row++) {
    const start = part.start + row * part.stride - first.start;
    const ofFirst = first.stride > 0 ? Math.floor(start / first.stride) : 0;
    const column = start - ofFirst * first.stride;
    if (column + part.width > first.width || ofFirst >= first.rows) return undefined;
    const at = ofFirst * first.width + column;
    found.set(values.subarray(at, at + part.width), row * part.width);
  }
  return found;
}

/** In values, with those of earlier blobs, which are skipped: about a second. */
const mostDrawn = 1 << 28;
/** In parts of a drawing: some ten milliseconds. */
const partsAtOnce = 8;

/** Draws no more of the blob than the region needs. Undefined where its shape or filler is not known, or if it would take long. */
export function* drawnRegion(draw: PlanDraw, blob: number, region: Region): Steps<Float32Array | undefined> {
  const facts = draw.facts(blob);
  if (!facts) return undefined;
  const { start, rows, width, stride } = region;
  const found = new Float32Array(rows * width);
  const end = start + (rows - 1) * stride + width;
  let turn = 0;
  for (const { part, total } of draw.parts(blob, passingRoom())) {
    if (total - facts.count + end > mostDrawn) return undefined;
    if (part) {
      const partEnd = part.start + part.values.length;
      for (let row = 0; row < rows; row++) {
        const first = start + row * stride;
        const from = Math.max(first, part.start);
        const to = Math.min(first + width, partEnd);
        if (from < to) found.set(part.values.subarray(from - part.start, to - part.start), row * width + from - first);
      }
      if (partEnd >= end) break;
    }
    if (++turn % partsAtOnce === 0) yield;
  }
  return found;
}

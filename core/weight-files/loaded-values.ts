/** Figures and parts of the values that a blob of a `.caffemodel` holds, read by ranges: never the whole blob at once. */
import type { Region } from '../weights/region';
import { statisticsTally, type Statistics } from '../weights/statistics';
import { tallyOf, type Binning, type Tallied } from '../weights/tally';
import type { ReadRange } from './binary-fields';
import type { ModelBlob } from './read-blob';
import { modelValues } from './read-caffemodel-values';

/** How many values are no finite numbers. They are in no other figure. */
export interface NotFinite {
  readonly nan: number;
  readonly infinite: number;
}

/** `statistics.count` is the number of finite values. */
export type LoadedTally = Tallied & NotFinite;
export type LoadedStatistics = Statistics & NotFinite;

/** Rejects as `read` does. */
export async function tallyLoaded(blob: ModelBlob, binning: Binning, read: ReadRange): Promise<LoadedTally> {
  const tally = tallyOf(binning);
  const wrong = await addFinite(blob, read, tally.add);
  return { ...tally.result(), ...wrong };
}

/** Without a histogram, for which a range must be known. `chunk`: see `modelValues`. Rejects as `read` does. */
export async function statisticsLoaded(blob: ModelBlob, read: ReadRange, chunk?: number): Promise<LoadedStatistics> {
  const tally = statisticsTally();
  const wrong = await addFinite(blob, read, tally.add, chunk);
  return { ...tally.result(), ...wrong };
}

async function addFinite(
  blob: ModelBlob,
  read: ReadRange,
  add: (part: Float32Array) => void,
  chunk?: number,
): Promise<NotFinite> {
  let [nan, infinite] = [0, 0];
  for await (const bytes of modelValues(blob, read, chunk)) {
    const values = floatsIn(bytes);
    const finite = finiteOf(values);
    if (finite.length < values.length) {
      const nans = values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
      nan += nans;
      infinite += values.length - finite.length - nans;
    }
    if (finite.length > 0) add(finite);
  }
  return { nan, infinite };
}

const exponent = 0x7f800000;

/** The finite values in order; the same array if all are. */
function finiteOf(values: Float32Array): Float32Array {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  let wrong = 0;
  // All bits of the exponent are 1 in an infinite value and in NaN.
  for (let i = 0; i < bits.length; i++) if (((bits[i] as number) & exponent) === exponent) wrong++;
  return wrong === 0 ? values : values.filter(Number.isFinite);
}

/** In values: runs that are closer together than this are read at once. */
const together = 1 << 20;

/** Values beyond the end of the blob are 0. Rejects as `read` does. */
export async function loadedRegion(
  blob: ModelBlob,
  { start, rows, width, stride }: Region,
  read: ReadRange,
): Promise<Float32Array> {
  const found = new Float32Array(rows * width);
  const runs = stride * (rows - 1) + width <= together ? rows : 1;
  for (let row = 0; row < rows; row += runs) {
    const first = start + row * stride;
    const values = await valuesIn(blob, first, first + (runs - 1) * stride + width, read);
    for (let i = 0; i < runs; i++) {
      const part = values.subarray(i * stride, i * stride + width);
      found.set(part, (row + i) * width);
    }
  }
  return found;
}

/** The values in [from, to), fewer at the end. */
async function valuesIn(blob: ModelBlob, from: number, to: number, read: ReadRange): Promise<Float32Array> {
  const width = blob.isDouble ? 8 : 4;
  const values = new Float32Array(Math.max(0, Math.min(to, blob.count) - from));
  let before = 0;
  let at = 0;
  for (const { start, end, tag } of blob.ranges) {
    const size = width + tag;
    const count = (end - start) / size;
    const [first, last] = [Math.max(0, from - before), Math.min(count, to - before)];
    before += count;
    if (first >= last) continue;
    const range = { start: start + first * size, end: start + last * size, tag };
    for await (const bytes of modelValues({ ...blob, ranges: [range] }, read)) {
      const part = floatsIn(bytes);
      values.set(part, at);
      at += part.length;
    }
  }
  return values;
}

/** A copy, since the bytes may begin anywhere in their buffer, and a float32 only at multiples of 4. */
function floatsIn(bytes: Uint8Array): Float32Array {
  const values = new Float32Array(Math.floor(bytes.length / 4));
  new Uint8Array(values.buffer).set(bytes.subarray(0, 4 * values.length));
  return values;
}

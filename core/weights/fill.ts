/** Fills a blob as Caffe's fillers do: the same draws, in the same order, in float32. */
import { bilinearProfile } from '../fillers/bilinear';
import type { Distribution } from '../net/rules';
import { thinOut } from '../random/bernoulli';
import type { Mt19937 } from '../random/mt19937';
import { fillNormal } from '../random/normal';
import { fillUniform } from '../random/uniform';

const { fround } = Math;

const slice = 1 << 18;

/** Advances `generator` by what the filler draws. `shape` has no unknown dimension and `out` its count of values. */
export function fillBlob(generator: Mt19937, distribution: Distribution, shape: readonly number[], out: Float32Array): void {
  for (const _ of fillInSlices(generator, distribution, shape, out));
}

/** The same with a pause after every some hundred thousand values, which yields how many are done. */
export function* fillInSlices(generator: Mt19937, distribution: Distribution, shape: readonly number[], out: Float32Array): Generator<number> {
  switch (distribution.kind) {
    case 'constant':
      out.fill(distribution.value);
      break;
    case 'uniform':
      yield* sliced(out, (part) => fillUniform(generator, part, distribution.min, distribution.max));
      break;
    case 'normal':
      yield* sliced(out, (part) => fillNormal(generator, part, distribution.mean, distribution.std));
      break;
    case 'sparseNormal':
      yield* sliced(out, (part) => fillNormal(generator, part, distribution.mean, distribution.std));
      yield* sliced(out, (part) => thinOut(generator, part, distribution.density));
      break;
    case 'unitball':
      yield* sliced(out, (part) => fillUniform(generator, part, 0, 1));
      normaliseRows(out, shape[0] ?? 1);
      break;
    case 'bilinear':
      fillBilinear(out, shape[3] ?? 0);
      break;
  }
}

function* sliced(out: Float32Array, fill: (part: Float32Array) => void): Generator<number> {
  for (let start = 0; start < out.length; start += slice) {
    const end = Math.min(start + slice, out.length);
    fill(out.subarray(start, end));
    if (end < out.length) yield end;
  }
}

/** True for the distributions that draw random numbers at all. */
export function drawsRandomly({ kind }: Distribution): boolean {
  return kind !== 'constant' && kind !== 'bilinear';
}

/** Each row is divided by its sum, added up in float32 from the left. */
function normaliseRows(values: Float32Array, nRows: number): void {
  const width = values.length / nRows;
  for (let start = 0; start < values.length; start += width) {
    let sum = 0;
    for (let i = start; i < start + width; i++) sum = fround(sum + (values[i] as number));
    for (let i = start; i < start + width; i++) values[i] = (values[i] as number) / sum;
  }
}

function fillBilinear(out: Float32Array, size: number): void {
  const profile = bilinearProfile(size);
  for (let i = 0; i < out.length; i++) {
    const x = profile[i % size] as number;
    const y = profile[Math.floor(i / size) % size] as number;
    out[i] = x * y;
  }
}

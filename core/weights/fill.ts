/** Fills a blob as Caffe's fillers do: the same draws, in the same order, in float32; in parts, so that no blob is too large. */
import { bilinearProfile } from '../fillers/bilinear';
import type { Distribution } from '../net/rules';
import type { Engine } from '../random/engine';

const { fround } = Math;

/** The most values of one part: some milliseconds of work. */
export const partValues = 1 << 18;

/** Where a part of a blob goes: an array for the values from `start` up to `end`. */
export type Room = (start: number, end: number) => Float32Array;

/** Advances `engine` by what the filler draws. `shape` has no unknown dimension and `out` its count of values. */
export function fillBlob(engine: Engine, distribution: Distribution, shape: readonly number[], out: Float32Array): void {
  for (const _ of fillInParts(engine, distribution, shape, (start, end) => out.subarray(start, end)));
}

/** The same part by part, first to last; each is final when it is yielded. The engine must be left alone in between. */
export function* fillInParts(engine: Engine, distribution: Distribution, shape: readonly number[], room: Room): Generator<Float32Array> {
  const count = shape.reduce((product, dim) => product * dim, 1);
  const parts = (fill: (part: Float32Array, start: number) => void): Generator<Float32Array> => inParts(0, count, partValues, room, fill);
  switch (distribution.kind) {
    case 'constant':
      return yield* parts((part) => part.fill(distribution.value));
    case 'uniform':
      return yield* parts((part) => engine.uniform(part, distribution.min, distribution.max));
    case 'normal':
      return yield* parts((part) => engine.normal(part, distribution.mean, distribution.std));
    case 'sparseNormal':
      return yield* sparse(engine, distribution, count, parts);
    case 'unitball':
      return yield* unitball(engine, count, shape[0] ?? 1, room);
    case 'written':
      return yield* parts((part, start) => part.set(distribution.values.slice(start, start + part.length)));
    case 'bilinear':
      return yield* parts(bilinearFrom(shape[3] ?? 0, distribution.centre));
  }
}

/** True for the distributions that draw random numbers at all. */
export function drawsRandomly({ kind }: Distribution): boolean {
  return kind !== 'constant' && kind !== 'bilinear' && kind !== 'written';
}

/** Takes from the engine what filling so many values takes; yields how many are passed. */
export function* passBlob(engine: Engine, distribution: Distribution, count: number): Generator<number> {
  if (!drawsRandomly(distribution)) return;
  const scratch = new Float32Array(Math.min(count, partValues));
  const draw = (part: Float32Array): void => {
    if (distribution.kind === 'uniform') engine.uniform(part, distribution.min, distribution.max);
    else if (distribution.kind === 'unitball') engine.uniform(part, 0, 1);
    else if (distribution.kind === 'normal' || distribution.kind === 'sparseNormal') engine.normal(part, distribution.mean, distribution.std);
  };
  let passed = 0;
  for (const part of inParts(0, count, partValues, (start, end) => scratch.subarray(0, end - start), draw)) yield (passed += part.length);
  if (distribution.kind === 'sparseNormal' && distribution.density > 0) engine.skip(count);
}

type SparseNormal = Extract<Distribution, { kind: 'sparseNormal' }>;
type Parts = (fill: (part: Float32Array, start: number) => void) => Generator<Float32Array>;

/** Caffe masks the values after it has drawn them all. So the place of the masks is sought first, and both are then drawn abreast. */
function* sparse(engine: Engine, distribution: SparseNormal, count: number, parts: Parts): Generator<Float32Array> {
  const { mean, std, density } = distribution;
  let values = engine.save();
  for (const _ of passBlob(engine, { kind: 'normal', mean, std }, count));
  let masks = engine.save();
  yield* parts((part) => {
    engine.restore(values);
    engine.normal(part, mean, std);
    values = engine.save();
    engine.restore(masks);
    engine.thinOut(part, density);
    masks = engine.save();
  });
}

/** Each row is divided by its sum, added up in float32 from the left. A row too long for a part is drawn twice. */
function* unitball(engine: Engine, count: number, nRows: number, room: Room): Generator<Float32Array> {
  const width = count / nRows;
  const divide = (part: Float32Array, sum: number): void => {
    for (let i = 0; i < part.length; i++) part[i] = (part[i] as number) / sum;
  };
  if (width <= partValues) {
    yield* inParts(0, count, width * Math.floor(partValues / width), room, (part) => {
      engine.uniform(part, 0, 1);
      for (let start = 0; start < part.length; start += width) {
        const row = part.subarray(start, start + width);
        divide(row, sumOf(row, 0));
      }
    });
    return;
  }
  const scratch = new Float32Array(partValues);
  for (let start = 0; start < count; start += width) {
    const before = engine.save();
    let sum = 0;
    for (let i = 0; i < width; i += partValues) {
      const part = scratch.subarray(0, Math.min(partValues, width - i));
      engine.uniform(part, 0, 1);
      sum = sumOf(part, sum);
    }
    engine.restore(before);
    yield* inParts(start, start + width, partValues, room, (part) => {
      engine.uniform(part, 0, 1);
      divide(part, sum);
    });
  }
}

function sumOf(values: Float32Array, before: number): number {
  let sum = before;
  for (let i = 0; i < values.length; i++) sum = fround(sum + (values[i] as number));
  return sum;
}

function bilinearFrom(size: number, centre: 'old' | 'floor' | undefined): (part: Float32Array, start: number) => void {
  const profile = bilinearProfile(size, centre);
  return (part, start) => {
    for (let i = 0; i < part.length; i++) {
      const x = profile[(start + i) % size] as number;
      const y = profile[Math.floor((start + i) / size) % size] as number;
      part[i] = x * y;
    }
  };
}

function* inParts(from: number, to: number, size: number, room: Room, fill: (part: Float32Array, start: number) => void): Generator<Float32Array> {
  for (let start = from; start < to; start += size) {
    const part = room(start, Math.min(start + size, to));
    fill(part, start);
    yield part;
  }
}

/** Fills a blob as Caffe's fillers do: the same draws, in the same order, in float32; in parts, so that no blob is too large. */
import { bilinearProfile, type Centre } from '../net/bilinear';
import type { Distribution, Filling, RandomFilling } from '../net/rules';
import type { Engine } from '../random/engine';
import { inParts, partValues, type Room } from './parts';
import { passRounds } from './pass';
import { fillRows, shares, unitLength } from './rows';

/** Advances `engine` by what the filler draws. `shape` has no unknown dimension and `out` its count of values. */
export function fillBlob(engine: Engine, distribution: Filling, shape: readonly number[], out: Float32Array): void {
  for (const _ of fillInParts(engine, distribution, shape, (start, end) => out.subarray(start, end)));
}

/** The same part by part, first to last; each is final when it is yielded. The engine must be left alone in between. */
export function* fillInParts(engine: Engine, distribution: Filling, shape: readonly number[], room: Room): Generator<Float32Array> {
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
      return yield* fillRows(engine, shares, { count, rows: shape[0] ?? 1 }, room);
    case 'unitSphere':
      return yield* fillRows(engine, unitLength, { count, rows: shape[0] ?? 1 }, room);
    case 'identity':
      return yield* parts(identityFrom(shape[0] ?? 1, shape[1] ?? 1));
    case 'written':
      return yield* parts((part, start) => part.set(distribution.values.slice(start, start + part.length)));
    case 'bilinear':
      return yield* parts(bilinearFrom(shape[3] ?? 0, distribution.centre));
  }
}

/** True for the distributions that draw random numbers at all. */
export function drawsRandomly(distribution: Distribution): distribution is RandomFilling {
  const { kind } = distribution;
  return kind !== 'constant' && kind !== 'bilinear' && kind !== 'identity' && kind !== 'written' && kind !== 'table';
}

type SparseNormal = Extract<Distribution, { kind: 'sparseNormal' }>;
type Parts = (fill: (part: Float32Array, start: number) => void) => Generator<Float32Array>;

/** Caffe masks the values after it has drawn them all. So the place of the masks is sought first, and both are then drawn abreast. */
function* sparse(engine: Engine, distribution: SparseNormal, count: number, parts: Parts): Generator<Float32Array> {
  const { mean, std, density } = distribution;
  let values = engine.save();
  for (const _ of passRounds(engine, { round: [{ distribution: { kind: 'normal', mean, std }, count }], times: 1 }));
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

function identityFrom(rows: number, channels: number): (part: Float32Array, start: number) => void {
  const stride = channels + 1;
  return (part, start) => {
    part.fill(0);
    for (let i = Math.ceil(start / stride); i < rows && i * stride < start + part.length; i++) part[i * stride - start] = 1;
  };
}

function bilinearFrom(size: number, centre: Centre | undefined): (part: Float32Array, start: number) => void {
  const profile = bilinearProfile(size, centre);
  return (part, start) => {
    for (let i = 0; i < part.length; i++) {
      const x = profile[(start + i) % size] as number;
      const y = profile[Math.floor((start + i) / size) % size] as number;
      part[i] = x * y;
    }
  };
}

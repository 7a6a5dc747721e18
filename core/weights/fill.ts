/**
 * Fills a blob as Caffe's fillers do: the same draws, in the same order, in float32; in parts, so that blobs of any
 * size can be drawn.
 */
import { bilinearAlong, type Centre } from '../net/bilinear';
import type { Distribution, Filling, RandomFilling } from '../net/distribution';
import type { Engine } from '../random/engine';
import type { Snapshot } from '../random/mt19937';
import { inParts, partValues, type Mark, type Part, type Room, type Run } from './parts';
import { passRounds } from './pass';
import { fillRows, shares, unitLength } from './rows';

/** Advances `engine` by the filler's draws. `shape` has no unknown dimension, and `out` has its number of values. */
export function fillBlob(engine: Engine, distribution: Filling, shape: readonly number[], out: Float32Array): void {
  for (const _ of fillInParts(engine, distribution, shape, (start, end) => out.subarray(start, end)));
}

/**
 * The same in parts, from the start or from the mark of an earlier part. Each part is final when it is yielded. The
 * engine must not be used in between.
 */
export function* fillInParts(
  engine: Engine,
  distribution: Filling,
  shape: readonly number[],
  room: Room,
  again?: Mark,
): Generator<Part> {
  const count = shape.reduce((product, dim) => product * dim, 1);
  const from = again?.start ?? 0;
  const run: Run = { from, to: count, size: partValues, room, mark: (start) => ({ start, state: engine.save() }) };
  const parts = (fill: Fill): Generator<Part> => inParts(run, fill);
  if (again) engine.restore(again.state);
  switch (distribution.kind) {
    case 'constant':
      return yield* parts((part) => part.fill(distribution.value));
    case 'uniform':
      return yield* parts((part) => engine.uniform(part, distribution.min, distribution.max));
    case 'normal':
      return yield* parts((part) => engine.normal(part, distribution.mean, distribution.std));
    case 'sparseNormal':
      return yield* sparse(engine, distribution, run, again?.masks);
    case 'unitball':
      return yield* fillRows(engine, shares, { from, count, rows: shape[0] ?? 1 }, room);
    case 'unitSphere':
      return yield* fillRows(engine, unitLength, { from, count, rows: shape[0] ?? 1 }, room);
    case 'identity':
      return yield* parts(identityFrom(shape[0] ?? 1, shape[1] ?? 1));
    case 'written':
      return yield* parts((part, start) => part.set(distribution.values.slice(start, start + part.length)));
    case 'bilinear':
      return yield* parts(bilinearFrom(shape[3] ?? 0, distribution.centre));
  }
}

/** True for distributions that draw random numbers. */
export function drawsRandomly(distribution: Distribution): distribution is RandomFilling {
  const { kind } = distribution;
  return kind !== 'constant' && kind !== 'bilinear' && kind !== 'identity' && kind !== 'written' && kind !== 'table';
}

type SparseNormal = Extract<Distribution, { kind: 'sparseNormal' }>;
type Fill = (values: Float32Array, start: number) => void;

/**
 * Caffe draws all values before their masks. So the generator's state at the masks is computed first, and both are then
 * drawn in parallel.
 */
function* sparse(
  engine: Engine,
  { mean, std, density }: SparseNormal,
  run: Run,
  again: Snapshot | undefined,
): Generator<Part> {
  let values = engine.save();
  if (!again)
    for (const _ of passRounds(engine, {
      round: [{ distribution: { kind: 'normal', mean, std }, count: run.to }],
      times: 1,
    }));
  let masks = again ?? engine.save();
  yield* inParts({ ...run, mark: (start) => ({ start, state: values, masks }) }, (part) => {
    engine.restore(values);
    engine.normal(part, mean, std);
    values = engine.save();
    engine.restore(masks);
    engine.thinOut(part, density);
    masks = engine.save();
  });
}

function identityFrom(rows: number, channels: number): Fill {
  const stride = channels + 1;
  return (part, start) => {
    part.fill(0);
    for (let i = Math.ceil(start / stride); i < rows && i * stride < start + part.length; i++)
      part[i * stride - start] = 1;
  };
}

function bilinearFrom(size: number, centre: Centre | undefined): Fill {
  const along = bilinearAlong(size, centre);
  return (part, start) => {
    for (let i = 0; i < part.length; i++) {
      const x = along((start + i) % size);
      const y = along(Math.floor((start + i) / size) % size);
      part[i] = x * y;
    }
  };
}

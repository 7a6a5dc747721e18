/** Layers whose first top is their first bottom: those for which Caffe aborts, and what others read then. */
import type { Problem } from '../../problems';
import type { Layer } from '../../net/model';
import type { Value } from '../../net/graph';
import { add, concat, countOf, expand, gather, ints, reshape, scalar, slice } from '../../graph/operators';
import { range } from './lowered';

export function refuseInPlace(layer: Layer): readonly Problem[] {
  const top = layer.tops[0];
  if (top?.inPlaceOf !== 0) return [];
  return [{ code: 'layer/in-place', span: top.span, args: { type: layer.type, blob: top.name } }];
}

/** Larger memories are not modelled: their rows are found by as many indices. In values. */
export const largestMemory = 2 ** 24;

/** The memory of a bottom whose first `size` values the layer has set to `start` before it reads them. */
export function overwritten(x: Value, size: number, start: number): Value {
  const whole = countOf(x.shape);
  if (size >= whole) return expand(scalar(start), [whole]);
  return concat([expand(scalar(start), [size]), slice(reshape(x, [whole]), [0], [size], [whole])], 0);
}

/** Rows of a memory, which begin every `step` values and may overlap: (count, length). */
export function rowsOf(memory: Value, count: number, step: number, length: number): Value {
  const starts = ints(
    range(count).map((row) => row * step),
    [count, 1],
  );
  return gather(memory, add(starts, ints(range(length), [1, length])), 0);
}

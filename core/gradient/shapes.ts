/** Shapes of gradients. */
import { countOf, expand, reduce, reshape, scalar, type Dims } from '../graph/operators';
import type { Value } from '../net/graph';

/** The gradient of a value that was broadcast: summed over the axes along which it was repeated. */
export function summedTo(gradient: Value, shape: Dims): Value {
  const missing = gradient.shape.length - shape.length;
  const axes = gradient.shape.flatMap((dim, axis) =>
    axis < missing || (shape[axis - missing] ?? 1) < dim ? [axis] : [],
  );
  return reshape(reduce('ReduceSum', gradient, axes), shape);
}

export function zeros(shape: Dims): Value {
  return expand(scalar(0), shape);
}

/** A shape of three axes: all before an axis, the axis, and all after it. */
export function aroundAxis(shape: Dims, axis: number): readonly [number, number, number] {
  return [countOf(shape.slice(0, axis)), shape[axis] ?? 1, countOf(shape.slice(axis + 1))];
}

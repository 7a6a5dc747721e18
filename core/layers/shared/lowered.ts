/** Helpers for lowering layers to operators: axes as Caffe counts them, blobs that cover axes, labels. */
import { cast, countOf, reshape, type Dims } from '../../graph/operators';
import type { Value } from '../../net/graph';
import { num, type Message } from '../../schema/message';

/** The axis given by a field, counted from the front (CanonicalAxisIndex). */
export function axisFrom(param: Message, field: string, { shape }: Value): number {
  return fromFront(num(param, field), shape);
}

export function fromFront(axis: number, shape: Dims): number {
  return axis < 0 ? axis + shape.length : axis;
}

/** A shape of three axes: all before an axis, the axis, and all after it. */
export function aroundAxis({ shape }: Value, axis: number): readonly [number, number, number] {
  return [countOf(shape.slice(0, axis)), shape[axis] ?? 1, countOf(shape.slice(axis + 1))];
}

/** Reshapes a blob that covers the axes of x from `axis` on, so that it is broadcast along the others. */
export function covering(blob: Value, x: Value, axis: number): Value {
  const after = x.shape.length - axis - blob.shape.length;
  return reshape(blob, [...blob.shape, ...new Array<number>(Math.max(0, after)).fill(1)]);
}

/** Labels or indices as integers of a shape. */
export function integers(x: Value, shape: Dims): Value {
  return cast(reshape(x, shape), 'int64');
}

/** All axes from this one on. */
export function axesFrom(shape: Dims, first: number): Dims {
  return shape.map((_, axis) => axis).slice(first);
}

export function range(length: number): Dims {
  return Array.from({ length }, (_, i) => i);
}

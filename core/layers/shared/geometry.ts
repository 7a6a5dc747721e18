/**
 * Arithmetic of shapes as Caffe does it: int32 that wraps around, axes that may count from the end, blobs of limited
 * size (blob.hpp, blob.cpp). Unknown values stay unknown.
 */
import type { Layer } from '../../net/model';
import type { SetUpResult } from '../../net/rules';
import { formatShape, type Dim, type Shape } from '../../net/shape';
import type { Problem, Span } from '../../problems';
import { has, num, placeOf, type Message } from '../../schema/message';
import { none } from '../../lists';
import { atBottom } from './at';

export function int32(value: number): number {
  return value | 0;
}

export function plus(a: Dim, b: Dim): Dim {
  return a === null || b === null ? null : (a + b) | 0;
}

export function times(a: Dim, b: Dim): Dim {
  if (a === 0 || b === 0) return 0;
  return a === null || b === null ? null : Math.imul(a, b);
}

/** The product of the dimensions in [from, to) with int32 overflow; 0 if any is 0, even where others are unknown. */
export function countOf(shape: Shape, from = 0, to = shape?.length ?? 0): Dim {
  if (shape === null) return null;
  let product: Dim = 1;
  for (let i = from; i < to; i++) product = times(product, shape[i] ?? null);
  return product;
}

/** An axis counted from the front; null where it is out of range or the blob's shape is unknown. */
export interface Axis {
  readonly axis: number | null;
  readonly problems: readonly Problem[];
}

/** CanonicalAxisIndex of the field's value for a bottom's shape: −1 is the last axis. */
export function axisOf(layer: Layer, param: Message, field: string, bottom: number, shape: Shape): Axis {
  if (shape === null) return { axis: null, problems: none };
  const axis = num(param, field);
  const axes = shape.length;
  if (axes === 0) return { axis: null, problems: [atBottom(layer, bottom, 'layer/scalar-bottom', {})] };
  if (axis >= -axes && axis < axes) return { axis: axis < 0 ? axis + axes : axis, problems: none };
  // Where the default does not fit, the problem is reported at the bottom.
  const span = has(param, field) ? placeOf(param, field) : (layer.bottoms[bottom]?.span ?? layer.typeSpan);
  const args = { axis, axes, last: axes - 1, shape: formatShape(shape) };
  return { axis: null, problems: [{ code: 'layer/axis-out-of-range', span, args }] };
}

/** The most axes of a blob (kMaxBlobAxes). */
export const maxAxes = 32;
/** The most values of a blob. */
export const INT_MAX = 2147483647;

/** A top of this shape; unknown if Caffe rejects it, so that it causes no further errors in later layers. */
export function oneTop(layer: Layer, shape: Shape): SetUpResult {
  const problems = blobProblems(layer, shape, 0);
  return { tops: [problems.length > 0 ? null : shape], params: [], problems };
}

/** The conditions of Blob::Reshape, reported at a top. */
export function blobProblems(layer: Layer, shape: Shape, top: number): readonly Problem[] {
  if (shape === null) return none;
  return shapeProblems(shape, layer.tops[top]?.span ?? layer.typeSpan);
}

export function shapeProblems(shape: readonly Dim[], span: Span): readonly Problem[] {
  if (shape.length > maxAxes)
    return [{ code: 'layer/too-many-axes', span, args: { axes: shape.length, limit: maxAxes } }];
  let product = 1;
  for (let i = 0; i < shape.length; i++) {
    const dim = shape[i] ?? null;
    if (dim !== null && dim < 0)
      return [{ code: 'layer/negative-dimension', span, args: { shape: formatShape(shape) } }];
    // An unknown dimension may be 0, after which Caffe checks no more sizes.
    product *= dim ?? NaN;
    if (product > INT_MAX) return [{ code: 'layer/blob-too-large', span, args: { shape: formatShape(shape) } }];
  }
  return none;
}

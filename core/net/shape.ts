/**
 * Shapes of blobs. An unknown dimension is `null`; a shape with an unknown number of axes is `null`. Unknown values
 * propagate through all computations without a problem being reported.
 */
export type Dim = number | null;
export type Shape = readonly Dim[] | null;

/** The product of the dimensions in [from, to), 1 for none; null if one is unknown. No overflow check: see `int32`. */
export function count(shape: Shape, from = 0, to = shape?.length ?? 0): Dim {
  if (shape === null) return null;
  let product = 1;
  for (let i = from; i < to; i++) {
    const dim = shape[i];
    if (dim === 0) return 0;
    if (dim === null || dim === undefined) product = NaN;
    else product *= dim;
  }
  return Number.isNaN(product) ? null : product;
}

/** `96×3×11×11`; `?` for unknown, `scalar` for no axes. */
export function formatShape(shape: Shape): string {
  if (shape === null) return '?';
  if (shape.length === 0) return 'scalar';
  return shape.map((dim) => dim ?? '?').join('×');
}

/** True if no dimension is unknown. */
export function isKnown(shape: Shape): shape is readonly number[] {
  return shape !== null && !shape.includes(null);
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  return a !== null && b !== null && a.length === b.length && a.every((dim, i) => dim === b[i]);
}

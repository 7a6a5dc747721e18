/** Pooling windows along one axis, with pooling_layer.cpp's bounds. */
import { sampled } from './sampled';

export interface PoolAxis {
  readonly kernel: number;
  readonly stride: number;
  readonly pad: number;
  readonly input: number;
  readonly output: number;
}

/** A window: its number of values, and the size that an average divides by. */
export interface Extent {
  readonly values: number;
  readonly size: number;
}

export interface Counted extends Extent {
  /** Fraction of the axis' windows that have this extent. */
  readonly share: number;
}

/** Windows inside are all equal; if many are at a border, they are sampled. */
export function windowsOf(axis: PoolAxis): readonly Counted[] {
  const { kernel, stride, pad, input, output } = axis;
  // In [first, last) a window is entirely on the bottom.
  const first = Math.min(output, Math.max(0, Math.ceil(pad / stride)));
  const last = Math.max(first, Math.min(output, Math.floor((input + pad - kernel) / stride) + 1));
  const found = new Map<string, Counted>();
  for (const { at, count } of [
    ...sampled(0, first),
    ...(last > first ? [{ at: first, count: last - first }] : []),
    ...sampled(last, output),
  ]) {
    const { from, to, size } = boundsOf(axis, Math.floor(at));
    const key = `${to - from} ${size}`;
    const share = (found.get(key)?.share ?? 0) + count / output;
    found.set(key, { values: to - from, size, share });
  }
  return [...found.values()];
}

/** Positions of the bottom, `to` excluded; `size` includes the padding that Caffe divides by. */
function boundsOf(
  { kernel, stride, pad, input }: PoolAxis,
  i: number,
): { readonly from: number; readonly to: number; readonly size: number } {
  const start = i * stride - pad;
  const end = Math.min(start + kernel, input + pad);
  return {
    from: Math.max(0, start),
    to: Math.max(Math.max(0, start), Math.min(end, input)),
    size: Math.max(1, end - start),
  };
}

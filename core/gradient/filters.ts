/** What the gradients of convolutions and of pooling share. */
import {
  averagePool,
  concat,
  conv,
  countOf,
  matMul,
  pad,
  reduce,
  reshape,
  slice,
  transpose,
  type Dims,
  type Filter,
} from '../graph/operators';
import type { Node, Value } from '../net/graph';
import { intOf, intsOf } from './rule';

/** The attributes of a convolution or of pooling, without dilation and groups where it has none. */
export function filterOf({ attributes }: Node): Filter {
  const kernel = intsOf(attributes['kernel_shape']);
  const dilation = intsOf(attributes['dilations']);
  return {
    kernel,
    stride: intsOf(attributes['strides']),
    pads: intsOf(attributes['pads']),
    dilation: dilation.length > 0 ? dilation : kernel.map(() => 1),
    group: intOf(attributes['group']) || 1,
  };
}

/**
 * Per spatial axis, the number of positions at the end of x, including its padding, that no window reaches: `top` has
 * the shape of the result, both are (N, C, spatial…).
 */
export function unreached(x: Dims, top: Dims, { kernel, stride, pads, dilation }: Filter): Dims {
  return kernel.map((size, i) => {
    const padded = (x[2 + i] ?? 1) + (pads[i] ?? 0) + (pads[kernel.length + i] ?? 0);
    return padded - (((top[2 + i] ?? 1) - 1) * (stride[i] ?? 1) + (dilation[i] ?? 1) * (size - 1) + 1);
  });
}

/** The sum of a gradient (N, C, spatial…) over all axes but that of the channels. */
export function perChannel(gradient: Value, shape: Dims): Value {
  const axes = gradient.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
  return reshape(reduce('ReduceSum', gradient, axes), shape);
}

/** Kernels up to this size are faster as products of matrices. */
const fewPlaces = 9;

/**
 * The gradient of the weights of a convolution from x, (N, C, …), to a top with this gradient, (N, O, …); the result
 * is (O, C / group, kernel…). For a transposed convolution x and gradient change places.
 */
export function filterGradient(x: Value, gradient: Value, filter: Filter, shape: Dims): Value {
  const isDepthwise = filter.group === x.shape[1];
  const found =
    countOf(filter.kernel) <= fewPlaces && !isDepthwise
      ? byMatrices(x, gradient, filter)
      : byConvolution(x, gradient, filter);
  return reshape(found, shape);
}

/** For each position in the kernel, the product of the gradient and of the values of x that it meets there. */
function byMatrices(x: Value, gradient: Value, { kernel, stride, pads, dilation, group }: Filter): Value {
  const [items = 1, channels = 1] = x.shape;
  const [, outputs = 1, ...places] = gradient.shape;
  const [inGroup, outGroup, all] = [channels / group, outputs / group, countOf(places)];
  const zero = [0, 0];
  const padded = pad(x, [...zero, ...pads.slice(0, kernel.length)], [...zero, ...pads.slice(kernel.length)], 0);
  const rows = transpose(reshape(gradient, [items, group, outGroup, all]), [1, 2, 0, 3]);
  const perPlace = positionsIn(kernel).map((position) => {
    const starts = position.map((at, i) => at * (dilation[i] ?? 1));
    const ends = starts.map((start, i) => start + ((places[i] ?? 1) - 1) * (stride[i] ?? 1) + 1);
    const axes = kernel.map((_, i) => 2 + i);
    const met = everyNth(slice(padded, axes, starts, ends), stride, [items, channels, ...places]);
    const columns = transpose(reshape(met, [items, group, inGroup, all]), [1, 0, 3, 2]);
    const product = matMul(
      reshape(rows, [group, outGroup, items * all]),
      reshape(columns, [group, items * all, inGroup]),
    );
    return reshape(product, [outputs, inGroup, 1]);
  });
  return concat(perPlace, 2);
}

/** All positions in a kernel, row by row. */
function positionsIn(kernel: Dims): readonly Dims[] {
  return kernel.reduce<readonly Dims[]>(
    (found, size) => found.flatMap((position) => Array.from({ length: size }, (_, at) => [...position, at])),
    [[]],
  );
}

/** The first value and every n-th one after it, along each spatial axis. */
function everyNth(x: Value, stride: Dims, shape: Dims): Value {
  const one = stride.map(() => 1);
  return stride.every((n) => n === 1)
    ? x
    : averagePool(x, { kernel: one, stride, pads: [...one, ...one].fill(0) }, shape);
}

/**
 * A convolution itself: items and channels change places, the gradient is the kernel, and strides and dilations change
 * places. (C / group, O, kernel…), transposed.
 */
function byConvolution(x: Value, gradient: Value, filter: Filter): Value {
  const { kernel, stride, pads, dilation, group } = filter;
  const [items = 1, channels = 1, ...sizes] = x.shape;
  const [, outputs = 1, ...places] = gradient.shape;
  const [inGroup, outGroup] = [channels / group, outputs / group];
  const spatial = (first: number): Dims => kernel.map((_, i) => first + i);
  const data = transpose(reshape(x, [items, group, inGroup, ...sizes]), [2, 1, 0, ...spatial(3)]);
  const window = transpose(reshape(gradient, [items, group, outGroup, ...places]), [1, 2, 0, ...spatial(3)]);
  const rest = unreached(x.shape, gradient.shape, filter);
  const found = kernel.map((size, i) => size + Math.floor((rest[i] ?? 0) / (dilation[i] ?? 1)));
  const all = conv(
    reshape(data, [inGroup, group * items, ...sizes]),
    reshape(window, [outputs, items, ...places]),
    undefined,
    { kernel: places, stride: dilation, pads, dilation: stride, group },
    [inGroup, outputs, ...found],
  );
  const none = kernel.map(() => 0);
  return transpose(slice(all, spatial(2), none, kernel), [1, 0, ...spatial(2)]);
}

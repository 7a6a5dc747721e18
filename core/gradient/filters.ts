/** What the gradients of convolutions and of pooling share. */
import { conv, reduce, reshape, slice, transpose, type Dims, type Filter } from '../graph/operators';
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

/**
 * The gradient of the weights of a convolution from x, (N, C, …), to a top with this gradient, (N, O, …); the result
 * is (O, C / group, kernel…). It is a convolution itself: items and channels change places, the gradient is the kernel,
 * and strides and dilations change places. For a transposed convolution x and gradient change places as well.
 */
export function filterGradient(x: Value, gradient: Value, filter: Filter, shape: Dims): Value {
  const { kernel, stride, pads, dilation, group } = filter;
  const [items = 1, channels = 1, ...sizes] = x.shape;
  const [, outputs = 1, ...places] = gradient.shape;
  const [inGroup, outGroup] = [channels / group, outputs / group];
  const spatial = (first: number): Dims => kernel.map((_, i) => first + i);
  const data = reshape(transpose(reshape(x, [items, group, inGroup, ...sizes]), [2, 1, 0, ...spatial(3)]), [
    inGroup,
    group * items,
    ...sizes,
  ]);
  const window = reshape(transpose(reshape(gradient, [items, group, outGroup, ...places]), [1, 2, 0, ...spatial(3)]), [
    outputs,
    items,
    ...places,
  ]);
  const rest = unreached(x.shape, gradient.shape, filter);
  const found = kernel.map((size, i) => size + Math.floor((rest[i] ?? 0) / (dilation[i] ?? 1)));
  const all = conv(data, window, undefined, { kernel: places, stride: dilation, pads, dilation: stride, group }, [
    inGroup,
    outputs,
    ...found,
  ]);
  const own = slice(
    all,
    spatial(2),
    kernel.map(() => 0),
    kernel,
  );
  return reshape(transpose(own, [1, 0, ...spatial(2)]), shape);
}

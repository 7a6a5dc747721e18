/**
 * Convolution whose top is its bottom (base_conv_layer.cpp, conv_layer.cpp). Reshape gives the blob the top's shape
 * before it stores the sizes of an image, so each image begins where that of the top does, and the bottom's channels
 * have the top's height and width. It is unrolled into the column buffer before its top is written. Written until then
 * are only images that begin before it, so what it reads is still the bottom.
 */
import {
  add,
  concat,
  countOf,
  expand,
  floats,
  gather,
  ints,
  matMul,
  reduce,
  reshape,
  scalar,
  scatterElements,
  slice,
  transpose,
} from '../../graph/operators';
import type { BackwardInput, LoweringInput, NotLowered, Value } from '../../net/graph';
import { bool, num } from '../../schema/message';
import { int32 } from './geometry';
import { largestMemory, rowsOf } from './in-place';
import { axisFrom } from './lowered';
import { spatialOf, type Spatial } from './spatial';

/** The sizes with which Caffe computes it. */
interface Unrolled {
  readonly images: number;
  readonly group: number;
  /** From one image to the next, in values: the size of an image of the top. */
  readonly step: number;
  /** Values of an image that are read. */
  readonly read: number;
  /** Rows of the column buffer, and values per row. */
  readonly rows: number;
  readonly places: number;
  /** The places in the image of the first values of the column buffer; `read` for padding. */
  readonly from: Int32Array;
  /** True where the image of a gradient is cleared as a whole before it is summed up. */
  readonly clearsAll: boolean;
}

export function inPlaceConvolution(input: LoweringInput): readonly Value[] | NotLowered {
  const {
    bottoms: [x],
    tops: [top = []],
    params: [weight, bias],
  } = input;
  const unrolled = unrolledFrom(input);
  if (!unrolled || !x || !weight) return 'spoilt';
  const { images, group, rows, places } = unrolled;
  const columns = columnsOf(x, unrolled, floats(new Float32Array(images * rows * places), [images, rows * places]));
  const outputs = top.at(axisFrom(input.param, 'axis', x)) ?? 1;
  const filters = reshape(weight, [group, outputs / group, rows / group]);
  const products = reshape(matMul(filters, columns), [images, outputs, places]);
  return [reshape(bias ? add(products, reshape(bias, [outputs, 1])) : products, top)];
}

/**
 * Each image in turn: its part of the weights' gradient, then its own gradient, over that of the top. Known where that
 * does not reach the next image, so that all read the gradient of the top.
 */
export function inPlaceConvolutionBackward(input: BackwardInput): readonly (Value | undefined)[] | undefined {
  const {
    bottoms: [x],
    tops: [top = []],
    params: [weight, bias],
    gradients: [gradient],
  } = input;
  const unrolled = unrolledFrom(input);
  if (!unrolled || !x || !weight || !gradient || unrolled.read > unrolled.step) return undefined;
  const { images, group, step, read, rows, places, from, clearsAll } = unrolled;
  const outputs = top.at(axisFrom(input.param, 'axis', x)) ?? 1;
  const own = reshape(gradient, [images, group, outputs / group, places]);
  const filters = reshape(weight, [group, outputs / group, rows / group]);
  const ofColumns = reshape(matMul(transpose(filters, [0, 2, 1]), own), [images, rows * places]);
  // What an image does not fill of the column buffer is what the gradient of the image before it has left there.
  const left = concat([floats(new Float32Array(rows * places), [1, rows * places]), ofColumns], 0);
  const columns = columnsOf(x, unrolled, slice(left, [0], [0], [images]));
  const products = reduce('ReduceSum', matMul(own, transpose(columns, [0, 1, 3, 2])), [0]);
  const sums = scatterElements(
    expand(scalar(0), [images, read + 1]),
    expand(ints(from, [1, from.length]), [images, from.length]),
    slice(ofColumns, [1], [0], [from.length]),
    1,
    'add',
  );
  const flat = reshape(gradient, [images, step]);
  const rest = clearsAll ? expand(scalar(0), [images, step - read]) : slice(flat, [1], [read], [step]);
  return [
    concat([slice(sums, [1], [0], [read]), rest], 1),
    reshape(products, weight.shape),
    bias && reshape(reduce('ReduceSum', reshape(own, [images, outputs, places]), [0, 2]), bias.shape),
  ];
}

/** The column buffers of all images, (images, group, rows / group, places). `before`: what is in them, as one row each. */
function columnsOf(x: Value, { images, group, step, read, rows, places, from }: Unrolled, before: Value): Value {
  const memory = reshape(x, [countOf(x.shape)]);
  const padded = concat([rowsOf(memory, images, step, read), floats(new Float32Array(images), [images, 1])], 1);
  const filled = gather(padded, ints(from), 1);
  const isFull = from.length === rows * places;
  const whole = isFull ? filled : concat([filled, slice(before, [1], [from.length], [rows * places])], 1);
  return reshape(whole, [images, group, rows / group, places]);
}

/**
 * Undefined for a kernel that multiplies the bottom itself, where the result depends on the order within the product;
 * for a top that is larger than the bottom; and where Caffe would write beyond the column buffer.
 */
function unrolledFrom({ param, bottoms, tops: [top = []] }: LoweringInput): Unrolled | undefined {
  const [x] = bottoms;
  if (!x || bottoms.length > 1) return undefined;
  const axis = axisFrom(param, 'axis', x);
  const spatial = spatialOf(param, x.shape.length - axis - 1, 'multiplies');
  const { kernel, stride, pad } = spatial;
  if (kernel.every((size, i) => size === 1 && stride[i] === 1 && pad[i] === 0)) return undefined;
  const [images, channels] = [countOf(x.shape.slice(0, axis)), x.shape[axis] ?? 1];
  const sizes = top.slice(axis + 1);
  const [step, read, rows, places] = [
    countOf(top.slice(axis)),
    channels * countOf(sizes),
    channels * countOf(kernel),
    countOf(sizes),
  ];
  // im2col_cpu derives the number of windows from the sizes of the image, im2col_nd_cpu uses that of the top.
  const isPlane = sizes.length === 2 && !bool(param, 'force_nd_im2col');
  const windows = isPlane ? sizes.map((size, i) => windowsIn(size, spatial, i)) : sizes;
  const fits = windows.every((count) => count > 0) && countOf(windows) <= places;
  const reads = images === 0 ? 0 : (images - 1) * step + read;
  if (!fits || reads > countOf(x.shape) || images * rows * places > largestMemory) return undefined;
  const from = unrolling(channels, sizes, windows, spatial);
  return { images, group: int32(num(param, 'group')), step, read, rows, places, from, clearsAll: !isPlane };
}

function windowsIn(size: number, { kernel, stride, pad, dilation }: Spatial, i: number): number {
  const extent = (dilation[i] ?? 1) * ((kernel[i] ?? 1) - 1) + 1;
  return Math.trunc((size + 2 * (pad[i] ?? 0) - extent) / (stride[i] ?? 1)) + 1;
}

/** For each channel, position in the kernel and window, in this order: the index in the image, or behind it. */
function unrolling(
  channels: number,
  sizes: readonly number[],
  windows: readonly number[],
  { kernel, stride, pad, dilation }: Spatial,
): Int32Array {
  const [taps, count, plane] = [countOf(kernel), countOf(windows), countOf(sizes)];
  const from = new Int32Array(channels * taps * count);
  for (let i = 0; i < from.length; i++) {
    let [tap, window, index, factor] = [Math.floor(i / count) % taps, i % count, 0, 1];
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      const [size = 1, extent = 1, along = 1] = [sizes[axis], kernel[axis], windows[axis]];
      const place = (window % along) * (stride[axis] ?? 1) - (pad[axis] ?? 0) + (tap % extent) * (dilation[axis] ?? 1);
      index = place < 0 || place >= size ? NaN : index + factor * place;
      factor *= size;
      tap = Math.floor(tap / extent);
      window = Math.floor(window / along);
    }
    from[i] = Number.isNaN(index) ? channels * plane : Math.floor(i / (taps * count)) * plane + index;
  }
  return from;
}

import { countOf, reshape } from '../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../net/graph';
import type { LayerRule } from '../net/rules';
import { convolutionNodes, setUpConvolution, spoiltByConvolution, type Direction } from './shared/convolution-base';
import { largestMemory, rowsOf } from './shared/in-place';
import { axisFrom } from './shared/lowered';
import { rowForEach } from './shared/macs';
import { kernelWindow } from './shared/kernel-window';
import { convolutionMoments } from './shared/convolution-moments';

const direction: Direction = {
  outputSize: convolvedSize,
  reversed: false,
};

/**
 * Each spatial size becomes (in + 2·pad − (dilation·(kernel − 1) + 1)) / stride + 1, the division truncating toward
 * zero: rounded down, unlike Pooling. Weights: (num_output, channels / group, kernel…).
 */
export const convolution: LayerRule = {
  type: 'Convolution',
  summary:
    'Slides `num_output` filters over the bottom. Top: (N, num_output, H, W) with ' +
    '`(in + 2·pad − dilation·(kernel − 1) − 1) / stride + 1`, rounded down.',
  param: 'convolution_param',
  skeleton: {
    name: 'conv1',
    body: 'num_output: ${1:64}\nkernel_size: ${2:3}\npad: ${3:1}\nweight_filler { type: "${4:msra}" }',
  },
  arity: { bottoms: { min: 1 }, tops: { min: 1 }, paired: true },
  inPlace: { spoils: spoiltByConvolution, onnx: inPlaceNodes },
  macs: rowForEach,
  window: (input) => kernelWindow(input, 'forwards'),
  checksWritten: true,
  onnx: (input) => convolutionNodes(input, direction),
  setUp: (input) => setUpConvolution(input, direction),
  startsGradient: true,
  moments: (input) => convolutionMoments(input, 'forwards'),
};

/**
 * In place, the size of an image is that of the top by then, and so is where it begins. If that leaves the spatial sizes
 * and has fewer channels, no value is read that was written before: each image is unrolled first, unless the kernel is
 * 1×1.
 */
function inPlaceNodes(input: LoweringInput): readonly Value[] | NotLowered {
  const {
    param,
    bottoms: [x],
    tops: [top = []],
    params: [weight],
  } = input;
  if (!x || !weight) return 'unknown';
  const axis = axisFrom(param, 'axis', x);
  const [image, whole] = [countOf(top.slice(axis)), countOf(x.shape.slice(axis))];
  const isPlain = top.slice(axis + 1).join() === x.shape.slice(axis + 1).join() && image < whole;
  if (!isPlain || input.bottoms.length > 1 || weight.shape.slice(2).every((size) => size === 1)) return 'spoilt';
  const images = countOf(x.shape.slice(0, axis));
  if (images * whole > largestMemory) return 'spoilt';
  const read = rowsOf(reshape(x, [images * whole]), images, image, whole);
  return convolutionNodes({ ...input, bottoms: [reshape(read, x.shape)] }, direction);
}

/** conv_layer.cpp: the extent of a dilated kernel, then int32 division, which truncates toward zero. */
export function convolvedSize(input: number, kernel: number, stride: number, pad: number, dilation: number): number {
  return (Math.trunc(((input + 2 * pad - (dilation * (kernel - 1) + 1)) | 0) / stride) + 1) | 0;
}

import type { LayerRule } from '../net/rules';
import { convolutionNodes, setUpConvolution, spoiltByConvolution, type Direction } from './shared/convolution-base';
import { inPlaceConvolution, inPlaceConvolutionBackward } from './shared/convolution-in-place';
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
  inPlace: { spoils: spoiltByConvolution, onnx: inPlaceConvolution, backward: inPlaceConvolutionBackward },
  macs: rowForEach,
  window: (input) => kernelWindow(input, 'forwards'),
  checksWritten: true,
  onnx: (input) => convolutionNodes(input, direction),
  setUp: (input) => setUpConvolution(input, direction),
  startsGradient: true,
  moments: (input) => convolutionMoments(input, 'forwards'),
};

/** conv_layer.cpp: the extent of a dilated kernel, then int32 division, which truncates toward zero. */
export function convolvedSize(input: number, kernel: number, stride: number, pad: number, dilation: number): number {
  return (Math.trunc(((input + 2 * pad - (dilation * (kernel - 1) + 1)) | 0) / stride) + 1) | 0;
}

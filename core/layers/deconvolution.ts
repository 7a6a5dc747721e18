import type { LayerRule } from '../net/rules';
import { count } from '../net/shape';
import { convolutionNodes, setUpConvolution, spoiltByConvolution, type Direction } from './shared/convolution-base';
import { product, total } from './shared/macs';
import { kernelWindow } from './shared/kernel-window';
import { convolutionMoments } from './shared/convolution-moments';

const direction: Direction = {
  outputSize: (input, kernel, stride, pad, dilation) =>
    (stride * (input - 1) + (dilation * (kernel - 1) + 1) - 2 * pad) | 0,
  reversed: true,
};

/**
 * A convolution with forward and backward pass exchanged: each spatial size becomes stride·(in − 1) + dilation·(kernel
 * − 1) + 1 − 2·pad (deconv_layer.cpp). Weights: (channels, num_output / group, kernel…), so that Caffe's fan_in counts
 * the outputs.
 */
export const deconvolution: LayerRule = {
  type: 'Deconvolution',
  summary:
    'A transposed convolution, for upsampling. Top: (N, num_output, H, W) with `stride·(in − 1) + dilation·(kernel − 1) + 1 − 2·pad`.',
  param: 'convolution_param',
  skeleton: {
    name: 'deconv1',
    body: 'num_output: ${1:64}\nkernel_size: ${2:4}\nstride: ${3:2}\npad: ${4:1}\nweight_filler { type: "${5:msra}" }',
  },
  arity: { bottoms: { min: 1 }, tops: { min: 1 }, paired: true },
  inPlace: { spoils: spoiltByConvolution },
  macs: ({ bottoms, params: [weight = null] }) =>
    total(bottoms.map((bottom) => product(count(bottom), weight === null ? null : count(weight, 1)))),
  window: (input) => kernelWindow(input, 'backwards'),
  checksWritten: true,
  onnx: (input) => convolutionNodes(input, direction),
  setUp: (input) => setUpConvolution(input, direction),
  startsGradient: true,
  moments: (input) => convolutionMoments(input, 'backwards'),
};

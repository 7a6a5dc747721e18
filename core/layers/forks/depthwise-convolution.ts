/**
 * Convolutions of each channel alone, as in mobile nets. `DepthwiseConvolution` is BVLC's Convolution with faster code
 * for one group per channel, which the file has to specify (depthwise_conv_layer.cpp). `ConvolutionDepthwise` has one
 * group per channel whatever `group` and `num_output` say: weights (C, 1, kernel_h, kernel_w), top (N, C, …)
 * (conv_dw_layer.cpp).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim } from '../../net/shape';
import { bool, has, num, nums, type Message } from '../../schema/message';
import { convolution, convolvedSize } from '../convolution';
import { convolutionMoments } from '../shared/convolution-moments';
import { filledBlob } from '../shared/filled-blob';
import { kernelWindow } from '../shared/kernel-window';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { rowForEach } from '../shared/macs';
import { made } from './results';
import { conv, reshape } from '../../graph/operators';

export const depthwiseConvolution: LayerRule = {
  ...convolution,
  type: 'DepthwiseConvolution',
  summary:
    'Convolution, with a faster implementation for as many groups as channels. Top: (N, num_output, H, W) as for Convolution.',
  skeleton: {
    name: 'conv1/dw',
    body: 'num_output: ${1:32}\ngroup: ${1:32}\nkernel_size: ${2:3}\npad: ${3:1}\nbias_term: false\nweight_filler { type: "${4:msra}" }',
  },
};

export const convolutionDepthwise: LayerRule = {
  type: 'ConvolutionDepthwise',
  summary:
    'Convolution of each channel separately, whatever `group` and `num_output` are. Weights: (C, 1, kernel_h, kernel_w). Top: (N, C, H, W) with `(in + 2·pad − dilation·(kernel − 1) − 1) / stride + 1`, rounded down.',
  param: 'convolution_param',
  skeleton: {
    name: 'conv1/dw',
    body: 'kernel_size: ${1:3}\npad: ${2:1}\nstride: ${3:1}\nbias_term: false\nweight_filler { type: "${4:msra}" }',
  },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: rowForEach,
  window: (input) => kernelWindow(input, 'forwards'),
  startsGradient: true,
  onnx: ({ param, bottoms: [x], params: [weight, bias], tops: [top = []] }) => {
    if (!x || !weight) return 'unknown';
    const both = (list: string, own: string, usual: number): readonly number[] =>
      pairOf(param, list, own).map((value) => value ?? usual);
    const [first = 1, second = first] = nums(param, 'dilation');
    const pad = both('pad', 'pad', 0);
    const filter = {
      kernel: weight.shape.slice(2),
      stride: both('stride', 'stride', 1),
      pads: [...pad, ...pad],
      dilation: [first, second],
      group: top[1] ?? 1,
    };
    const four = ([0, 1, 2, 3] as const).map((axis) => x.shape[axis] ?? 1);
    return [conv(reshape(x, four), weight, bias, filter, top)];
  },
  setUp(input) {
    const {
      param,
      bottoms: [data],
    } = input;
    const kernel = pairOf(param, 'kernel_size', 'kernel');
    const channels = legacyDim(data, 'channels');
    const top = [legacyDim(data, 'num'), channels, sizeOf(input, kernel[0], 0), sizeOf(input, kernel[1], 1)];
    const weight = filledBlob(param, 'weight', 'weight_filler', [channels, 1, ...kernel]);
    const params = bool(param, 'bias_term') ? [weight, filledBlob(param, 'bias', 'bias_filler', [channels])] : [weight];
    return made(input, [data ? top : null], legacyProblems(input, [0]), params);
  },
  moments(input) {
    const channels = input.bottomShapes[0]?.[1] ?? null;
    return channels === null ? null : convolutionMoments(input, 'forwards', { outputs: channels, group: channels });
  },
};

type Pair = readonly [Dim, Dim];

/** `_h` and `_w` where both are written, else the first and second value of the list; null where it has none. */
function pairOf(param: Message, list: string, own: string): Pair {
  if (has(param, `${own}_h`) && has(param, `${own}_w`)) return [num(param, `${own}_h`), num(param, `${own}_w`)];
  const [first = null, second = first] = nums(param, list);
  return [first, second];
}

/** Caffe reads past the end of an empty list, so the size is unknown rather than the default. */
function sizeOf({ param, bottoms: [data] }: SetUpInput, kernel: Dim, side: 0 | 1): Dim {
  const size = legacyDim(data, side === 0 ? 'height' : 'width');
  const stride = pairOf(param, 'stride', 'stride')[side] ?? 1;
  const pad = pairOf(param, 'pad', 'pad')[side] ?? 0;
  const dilation = nums(param, 'dilation')[side] ?? nums(param, 'dilation')[0] ?? 1;
  if (size === null || kernel === null || stride === 0) return null;
  return convolvedSize(size, kernel, stride, pad, dilation);
}

/**
 * Convolution and pooling over any number of axes, with a `BlobShape` each for kernel, stride and padding
 * (cudnn_ndconv_layer.cpp and cudnn_ndpooling_layer.cpp of chuckcho/video-caffe). A convolved axis of size 1 is left
 * out of the top.
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim, Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { fieldOf, placeOf, sub } from '../../schema/message';
import { filledBlob } from '../shared/filled-blob';
import { noMacs, rowForEach } from '../shared/macs';
import { pooledSize, type Window } from '../shared/pooled-size';
import { lowest } from '../shared/pooling-nodes';
import { conv, maxPool, pad as padded, reshape } from '../../graph/operators';
import { flagIn, numberIn, numbersIn, positive, wordIn, written } from './loose';
import { made } from './results';
import { arityOf, oneToOne } from './shaped';

type Param = SetUpInput['param'];

/** Undefined where the shape is not written. */
function shapeIn(param: Param, name: string): readonly number[] | undefined {
  const shape = fieldOf(param.type, name)?.message ? sub(param, name) : undefined;
  return shape && numbersIn(shape, 'dim');
}

interface Windows {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly pad: readonly number[];
}

function windowsOf(param: Param): Windows | undefined {
  const kernel = shapeIn(param, 'kernel_shape');
  if (!kernel) return undefined;
  return {
    kernel,
    stride: shapeIn(param, 'stride_shape') ?? kernel.map(() => 1),
    pad: shapeIn(param, 'pad_shape') ?? kernel.map(() => 0),
  };
}

/** Each kernel size is above 0, and the three shapes have as many dimensions as the bottom has spatial axes. */
function windowProblems(input: SetUpInput, windows: Windows | undefined): readonly Problem[] {
  const {
    param,
    bottoms: [data = null],
  } = input;
  if (!windows) return written(input, 'kernel_shape');
  const { kernel, stride, pad } = windows;
  const expected = data === null ? kernel.length : data.length - 2;
  const counts = (
    [
      ['kernel_shape', kernel],
      ['stride_shape', stride],
      ['pad_shape', pad],
    ] as const
  ).find(([, { length }]) => length !== expected);
  if (counts) {
    const [name, { length: found }] = counts;
    return [{ code: 'fork/field-count', span: placeOf(param, name), args: { name, expected, found } }];
  }
  const found = [...kernel, ...stride].find((dim) => dim <= 0);
  return found === undefined
    ? []
    : [
        {
          code: 'fork/field-bound',
          span: placeOf(param, 'kernel_shape'),
          args: { name: 'kernel_shape', relation: '>', bound: 0, found },
        },
      ];
}

export const ndConvolution: LayerRule = {
  type: 'NdConvolution',
  summary:
    'Convolution over all axes after the channels. Top: (N, num_output, …) with `(in + 2·pad − kernel) / stride + 1`, rounded down; axes of size 1 are left out.',
  param: 'convolution_param',
  arity: arityOf([1], [1]),
  macs: rowForEach,
  startsGradient: true,
  onnx: ({ param, bottoms, tops: [top = []], params: [weight, bias] }) => {
    const windows = windowsOf(param);
    if (!windows || !weight) return 'unknown';
    const { kernel, stride, pad } = windows;
    const group = Math.max(1, numberIn(param, 'group') ?? 1);
    const filter = { kernel, stride, pads: [...pad, ...pad], dilation: kernel.map(() => 1), group };
    return bottoms.map((x) => {
      const sides = x.shape.slice(2).map((side, i) => convolved(side, windowAt(windows, i)));
      return reshape(
        conv(x, weight, bias, filter, [...x.shape.slice(0, 1), ...weight.shape.slice(0, 1), ...sides]),
        top,
      );
    });
  },
  setUp(input) {
    const {
      param,
      bottoms: [data = null],
    } = input;
    const outputs = numberIn(param, 'num_output');
    const windows = windowsOf(param);
    const group = Math.max(1, numberIn(param, 'group') ?? 1);
    const channels = data?.[1] ?? null;
    const problems = [...positive(input, 'num_output'), ...windowProblems(input, windows)];
    const weight: Shape = windows
      ? [outputs, channels === null ? null : Math.trunc(channels / group), ...windows.kernel]
      : null;
    const sides = windows && spatial(data, windows, convolved);
    const kept = sides?.includes(null) ? null : sides?.filter((side) => Number(side) > 1);
    const top: Shape = data && kept ? [data[0] ?? null, outputs, ...kept] : null;
    const bias = flagIn(param, 'bias_term') ? [filledBlob(param, 'bias', 'bias_filler', [outputs])] : [];
    return made(
      input,
      input.layer.tops.map(() => top),
      problems,
      [filledBlob(param, 'weight', 'weight_filler', weight), ...bias],
    );
  },
};

export const ndPooling: LayerRule = {
  type: 'NdPooling',
  summary:
    'Pooling over all axes after the channels. Top: (N, C, …) with `(in + 2·pad − kernel) / stride + 1`, rounded up.',
  param: 'pooling_param',
  arity: oneToOne,
  macs: noMacs,
  onnx: ({ param, bottoms: [x], tops: [top = []] }) => {
    const windows = windowsOf(param);
    if (!x || !windows || wordIn(param, 'pool') === '') return 'unknown';
    // By what cuDNN divides where a window is beyond the image is not known.
    if (wordIn(param, 'pool') !== 'MAX' || flagIn(param, 'global_pooling')) return 'not-modelled';
    const { kernel, stride, pad } = windows;
    const sizes = x.shape.slice(2).map((side, i) => pooled(side, windowAt(windows, i)));
    const after = sizes.map((size, i) =>
      Math.max(0, (size - 1) * (stride[i] ?? 1) + (kernel[i] ?? 1) - (x.shape[2 + i] ?? 1) - (pad[i] ?? 0)),
    );
    const whole = padded(x, [0, 0, ...pad], [0, 0, ...after], lowest);
    const pads = [...kernel, ...kernel].map(() => 0);
    return [reshape(maxPool(whole, { kernel, stride, pads }, [...x.shape.slice(0, 2), ...sizes])[0], top)];
  },
  setUp(input) {
    const {
      param,
      bottoms: [data = null],
    } = input;
    const windows = windowsOf(param);
    if (flagIn(param, 'global_pooling')) return made(input, [data && data.map((dim, i) => (i < 2 ? dim : 1))], []);
    const sides = windows && spatial(data, windows, pooled);
    const kept = sides?.filter((side) => side === null || side >= 1);
    const top: Shape = data && kept ? [data[0] ?? null, data[1] ?? null, ...kept] : null;
    return made(input, [top], windowProblems(input, windows));
  },
};

function spatial(
  data: Shape,
  windows: Windows,
  size: (side: number, window: Window) => number,
): readonly Dim[] | undefined {
  return data?.slice(2).map((side, i) => {
    const window = windowAt(windows, i);
    return side === null || window.stride === 0 ? null : size(side, window);
  });
}

function windowAt({ kernel, stride, pad }: Windows, i: number): Window {
  return { kernel: kernel[i] ?? 1, stride: stride[i] ?? 1, pad: pad[i] ?? 0 };
}

function convolved(side: number, { kernel, stride, pad }: Window): number {
  return Math.trunc((side + 2 * pad - kernel) / stride) + 1;
}

function pooled(side: number, window: Window): number {
  return pooledSize(side, window, 'CEIL', window.pad > 0);
}

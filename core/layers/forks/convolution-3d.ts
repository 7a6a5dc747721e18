/**
 * Convolution and pooling in time, height and width: bottoms (N, C, L, H, W), with one size for height and width
 * (facebookarchive/C3D, v1.1).
 */
import type { LayerRule, ParamBlob, SetUpInput } from '../../net/rules';
import type { Dim, Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { placeOf } from '../../schema/message';
import { filledBlob } from '../shared/filled-blob';
import { noMacs, rowForEach } from '../shared/macs';
import { pooledSize } from '../shared/pooled-size';
import { flagIn, hasFillers, numberIn, positive, wordIn } from './loose';
import { tooFewAxes } from './needs';
import { made } from './results';
import { oneToOne } from './shaped';

interface Window {
  readonly kernel: Dim;
  readonly stride: Dim;
  readonly pad: Dim;
}

type Param = SetUpInput['param'];

/** `pads`: the field of the padding in time; C3D's pooling has none. */
function windowsOf(param: Param, pads: string | undefined): readonly [time: Window, plane: Window] {
  const read = (name: string): Dim => numberIn(param, name);
  return [
    { kernel: read('kernel_depth'), stride: read('temporal_stride'), pad: pads === undefined ? 0 : read(pads) },
    { kernel: read('kernel_size'), stride: read('stride'), pad: read('pad') },
  ];
}

type Size = (input: number, window: { readonly [Key in keyof Window]: number }) => number;

/** The sizes in time, height and width; unknown where a field is. */
function sized(
  { bottoms: [data = null] }: SetUpInput,
  [time, plane]: readonly [Window, Window],
  size: Size,
): readonly Dim[] {
  return [time, plane, plane].map(({ kernel, stride, pad }, i) => {
    const side = data?.[2 + i] ?? null;
    if (side === null || kernel === null || stride === null || pad === null || stride === 0) return null;
    return size(side, { kernel, stride, pad });
  });
}

const convolved: Size = (side, { kernel, stride, pad }) => Math.trunc((side + 2 * pad - kernel) / stride) + 1;
const deconvolved: Size = (side, { kernel, stride, pad }) => (side - 1) * stride - 2 * pad + kernel;
const pooled: Size = (side, window) => pooledSize(side, window, 'CEIL', false);

export const convolution3d: LayerRule = filtering(
  'Convolution3D',
  'Convolution in time and space. Bottom: (N, C, L, H, W). Top: (N, num_output, L, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded down.',
  convolved,
  (channels, outputs) => [outputs, channels],
);

/** deconvolution3d_layer.cpp. */
export const deconvolution3d: LayerRule = filtering(
  'Deconvolution3D',
  'Deconvolution in time and space. Bottom: (N, C, L, H, W). Top: (N, num_output, L, H, W) with `stride·(in − 1) + kernel − 2·pad`.',
  deconvolved,
  (channels, outputs) => [channels, outputs],
);

function filtering(
  type: string,
  summary: string,
  size: Size,
  front: (channels: Dim, outputs: Dim) => readonly Dim[],
): LayerRule {
  return {
    type,
    summary,
    param: 'convolution3d_param',
    arity: oneToOne,
    macs: type === 'Convolution3D' ? rowForEach : noMacs,
    startsGradient: true,
    setUp(input) {
      const {
        param,
        bottoms: [data = null],
      } = input;
      const outputs = numberIn(param, 'num_output');
      const windows = windowsOf(param, 'temporal_pad');
      const top: Shape = data && [data[0] ?? null, outputs, ...sized(input, windows, size)];
      const [time, plane] = windows;
      const weight = [...front(data?.[1] ?? null, outputs), time.kernel, plane.kernel, plane.kernel];
      const problems = conditions(input, ['num_output', 'stride', 'temporal_stride']);
      const result = made(input, [top], problems, blobsOf(param, weight, outputs));
      return result.params.length > 0 ? result : { ...result, openParams: true, draws: null };
    },
  };
}

/** None where the Caffe has no fillers under these names. */
function blobsOf(param: Param, weight: Shape, outputs: Dim): readonly ParamBlob[] {
  if (!hasFillers(param)) return [];
  const bias = filledBlob(param, 'bias', 'bias_filler', [1, 1, 1, 1, outputs]);
  return [filledBlob(param, 'weight', 'weight_filler', weight), ...(flagIn(param, 'bias_term') ? [bias] : [])];
}

/** pool3d_layer.cpp: rounded up; padding, in the plane only, is for AVE. */
export const pooling3d: LayerRule = {
  type: 'Pooling3D',
  summary:
    'Pooling in time and space. Bottom: (N, C, L, H, W). Top: (N, C, L, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded up.',
  param: 'pooling3d_param',
  arity: oneToOne,
  macs: noMacs,
  setUp(input) {
    const [data = null] = input.bottoms;
    const top: Shape = data && [
      data[0] ?? null,
      data[1] ?? null,
      ...sized(input, windowsOf(input.param, undefined), pooled),
    ];
    return made(input, [top], [...conditions(input, ['stride', 'temporal_stride']), ...paddedMaximum(input)]);
  },
};

function paddedMaximum({ param }: SetUpInput): readonly Problem[] {
  const pad = numberIn(param, 'pad');
  if (pad === null || pad === 0 || wordIn(param, 'pool') === 'AVE' || wordIn(param, 'pool') === '') return [];
  return [
    {
      code: 'fork/field-bound',
      span: placeOf(param, 'pad'),
      args: { name: 'pad', relation: '=', bound: 0, found: pad },
    },
  ];
}

function conditions(input: SetUpInput, above: readonly string[]): readonly Problem[] {
  return [...tooFewAxes(input, 5), ...positive(input, ...above)];
}

/**
 * Shared by Convolution and Deconvolution (base_conv_layer.cpp). Axes before `axis` are batch, `axis` is the channels,
 * all after it are spatial. Weights: (outputs of the filter, its inputs / group, kernel…), bias: (num_output).
 * Deconvolution runs the filter backwards, so its filter's outputs are the layer's input channels.
 */
import type { CostInput } from '../../net/cost';
import type { Connections, ParamBlob, SetUpInput, SetUpResult } from '../../net/rules';
import { formatShape, isKnown, sameShape, type Dim, type Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, entriesOf, has, num, placeOf, str, type Message } from '../../schema/message';
import { atBottom } from './at';
import { none, concat } from '../../lists';
import { filledBlob } from './filled-blob';
import { axisOf, blobProblems, countOf, int32, INT_MAX, times } from './geometry';
import { numOutput } from './num-output';
import { spatialOf, spatialPlace, type Spatial } from './spatial';
import { exactly } from './written-blobs';
import { conv, convTranspose, countOf as countOfValues, reshape, type Filter } from '../../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../../net/graph';
import { axisFrom } from './lowered';

export interface Direction {
  /** The output size along one axis; int32. */
  readonly outputSize: (input: number, kernel: number, stride: number, pad: number, dilation: number) => number;
  /** Deconvolution: the filter's outputs are the layer's inputs. */
  readonly reversed: boolean;
}

export function setUpConvolution(input: SetUpInput, direction: Direction): SetUpResult {
  const { layer, param, bottoms } = input;
  const data = bottoms[0] ?? null;
  const { axis, problems: axisProblems } = axisOf(layer, param, 'axis', 0, data);
  const outputs = numOutput(param);
  if (data === null || axis === null) {
    const params = paramsOf(param, null, outputs.value, undefined);
    const problems = concat(axisProblems, outputs.problems, exactly(params, input.written));
    return { tops: layer.tops.map(() => null), params, problems };
  }
  const spatial = spatialOf(param, data.length - axis - 1, direction.reversed ? 'multiplies' : 'divides');
  const channels = data[axis] ?? null;
  const wrong = concat(
    spatial.problems,
    outputs.problems,
    groupProblems(param, channels, outputs.value),
    sameBottoms(input),
    engineProblems(param, data.length - axis - 1),
  );
  const kernelKnown = spatial.kernel.length === data.length - axis - 1;
  const weightShape = weightShapeOf(
    param,
    channels,
    outputs.value,
    kernelKnown ? spatial.kernel : undefined,
    direction,
  );
  const params = paramsOf(
    param,
    wrong.length > 0 && weightShape?.includes(0) ? null : weightShape,
    outputs.value,
    connectionsOf(param, channels, outputs.value, spatial, direction),
  );
  // A wrong field causes no further problems of the blobs.
  const problems = concat(
    wrong,
    exactly(wrong.length > 0 ? params.map((blob) => ({ ...blob, shape: null })) : params, input.written),
  );
  if (problems.length > 0) return { tops: layer.tops.map(() => null), params, problems };
  const sizes = data.slice(axis + 1).map((dim, i) => sizeOf(dim, spatial, i, direction));
  const top: Shape = [...data.slice(0, axis), outputs.value, ...sizes];
  const found = outputProblems(input, top, data, axis, weightShape, spatial, direction);
  return { tops: layer.tops.map(() => (found.length > 0 ? null : top)), params, problems: found };
}

function sizeOf(dim: Dim, { kernel, stride, pad, dilation }: Spatial, i: number, { outputSize }: Direction): Dim {
  return dim === null ? null : outputSize(dim, kernel[i] ?? 0, stride[i] ?? 1, pad[i] ?? 0, dilation[i] ?? 1);
}

function groupProblems(param: Message, channels: Dim, outputs: Dim): readonly Problem[] {
  const group = int32(num(param, 'group'));
  const span = placeOf(param, 'group');
  if (group <= 0) return [{ code: 'layer/group-zero', span, args: { group } }];
  if (channels !== null && channels % group !== 0)
    return [{ code: 'layer/group-channels', span, args: { group, channels } }];
  return outputs !== null && outputs % group !== 0
    ? [{ code: 'layer/group-outputs', span, args: { group, outputs } }]
    : none;
}

/**
 * An explicit cuDNN engine supports no dilation (layer_factory.cpp), and two spatial axes only (cudnn_conv_layer.cpp,
 * cudnn_deconv_layer.cpp).
 */
function engineProblems(param: Message, nAxes: number): readonly Problem[] {
  if (str(param, 'engine') !== 'CUDNN') return none;
  const dilation = entriesOf(param, 'dilation').find(({ value }) => Number(value) > 1);
  if (!dilation)
    return nAxes === 2 ? none : [{ code: 'layer/cudnn-axes', span: placeOf(param, 'engine'), args: { axes: nAxes } }];
  return [{ code: 'layer/cudnn-dilation', span: placeOf(param, 'engine'), args: { dilation: Number(dilation.value) } }];
}

function sameBottoms({ layer, bottoms }: SetUpInput): readonly Problem[] {
  if (bottoms.length < 2) return none;
  const [first = null] = bottoms;
  const problems: Problem[] = [];
  bottoms.forEach((shape, i) => {
    if (
      i === 0 ||
      shape === null ||
      first === null ||
      shape.includes(null) ||
      first.includes(null) ||
      sameShape(shape, first)
    )
      return;
    problems.push(
      atBottom(layer, i, 'layer/shapes-differ', {
        shape: formatShape(shape),
        first: layer.bottoms[0]?.name ?? '',
        expected: formatShape(first),
      }),
    );
  });
  return problems;
}

function weightShapeOf(
  param: Message,
  channels: Dim,
  outputs: Dim,
  kernel: readonly number[] | undefined,
  { reversed }: Direction,
): Shape {
  if (kernel === undefined) return null;
  const group = int32(num(param, 'group'));
  const [first, second] = reversed ? [channels, outputs] : [outputs, channels];
  return [first, second === null || group === 0 ? null : Math.trunc(second / group), ...kernel];
}

/**
 * A convolution's output sees the channels of its group through the kernel, as Caffe's fan_in says; with groups an
 * input contributes to fewer outputs than fan_out says. A deconvolution's output uses every stride-th value of the
 * kernel.
 */
function connectionsOf(
  param: Message,
  channels: Dim,
  outputs: Dim,
  { kernel, stride }: Spatial,
  { reversed }: Direction,
): Connections | undefined {
  const group = int32(num(param, 'group'));
  if ((!reversed && group === 1) || channels === null || outputs === null || group <= 0) return undefined;
  const taps = kernel.reduce((product, size) => product * size, 1);
  const step = reversed ? stride.reduce((product, size) => product * size, 1) : 1;
  return { in: ((channels / group) * taps) / step, out: (outputs / group) * taps };
}

function paramsOf(
  param: Message,
  weightShape: Shape,
  outputs: Dim,
  connections: Connections | undefined,
): readonly ParamBlob[] {
  const own = filledBlob(param, 'weight', 'weight_filler', weightShape);
  const weight = connections ? { ...own, connections } : own;
  return bool(param, 'bias_term') ? [weight, filledBlob(param, 'bias', 'bias_filler', [outputs])] : [weight];
}

/**
 * Conditions that Caffe checks when it reshapes the tops: sizes below 0, and buffers that must be neither empty nor too
 * large.
 */
function outputProblems(
  { layer, param }: SetUpInput,
  top: readonly Dim[],
  data: readonly Dim[],
  axis: number,
  weightShape: Shape,
  spatial: Spatial,
  { reversed }: Direction,
): readonly Problem[] {
  for (let i = 0; i < spatial.kernel.length; i++) {
    const size = top[axis + 1 + i] ?? null;
    if (size === null || size >= 0) continue;
    const span = spatialPlace(param, 'kernel_size', ['kernel_h', 'kernel_w'], i);
    const args = {
      size,
      input: data[axis + 1 + i] ?? null,
      kernel: spatial.kernel[i] ?? 0,
      pad: spatial.pad[i] ?? 0,
      dilation: spatial.dilation[i] ?? 1,
    };
    return [
      { code: 'layer/output-negative', span: reversed && has(param, 'pad') ? placeOf(param, 'pad') : span, args },
    ];
  }
  const tooLarge = blobProblems(layer, top, 0);
  if (tooLarge.length > 0) return tooLarge;
  // One image unrolled: kernel values × channels for each position (col_buffer_).
  const places = countOf(reversed ? data : top, axis + 1);
  const unrolled = times(weightShape === null ? null : countOf(weightShape, 1), int32(num(param, 'group')));
  if (places !== null && unrolled !== null && places > 0 && unrolled * places > INT_MAX) {
    const span = spatialPlace(param, 'kernel_size', ['kernel_h', 'kernel_w'], 0);
    return [{ code: 'layer/column-buffer-too-large', span, args: { values: unrolled * places } }];
  }
  if (!bool(param, 'bias_term') || countOf(top, axis + 1) !== 0) return [];
  const empty = top.findIndex((dim, i) => i > axis && dim === 0) - axis - 1;
  const span =
    entriesOf(param, 'kernel_size').length > 0 || has(param, 'kernel_h') || has(param, 'kernel_w')
      ? spatialPlace(param, 'kernel_size', ['kernel_h', 'kernel_w'], empty)
      : layer.typeSpan;
  return [{ code: 'layer/output-empty', span, args: { top: formatShape(top), shape: formatShape(data) } }];
}

/**
 * A 1×1 kernel multiplies the bottom directly into the top, so in place the values are wrong. Any other kernel unrolls
 * each item first: only its gradient is wrong.
 */
export function spoiltByConvolution({
  bottoms: [data = null],
  tops: [top = null],
  params: [weight = null],
}: CostInput): 'values' | 'gradient' {
  const same = isKnown(data) && isKnown(top) && sameShape(data, top);
  return same && weight?.slice(2).some((size) => size !== 1) === true ? 'gradient' : 'values';
}

/**
 * The padding after each axis for all windows of the top: its size is rounded toward zero, so an image smaller than the
 * kernel may have one window, which sees 0 beyond the padding.
 */
export function padAfter(
  { kernel, stride, pad, dilation }: Pick<Spatial, 'kernel' | 'stride' | 'pad' | 'dilation'>,
  sizes: readonly number[],
  top: readonly number[],
): readonly number[] {
  return pad.map((size, i) => {
    const [step = 1, spread = 1, extent = 1] = [stride[i], dilation[i], kernel[i]];
    const end = ((top[i] ?? 1) - 1) * step + spread * (extent - 1) + 1;
    return Math.max(size, end - (sizes[i] ?? 1) - size);
  });
}

/**
 * Axes before `axis` form one batch. Without spatial axes the kernel is one value. Each bottom uses the same weights.
 */
export function convolutionNodes(input: LoweringInput, direction: Direction): readonly Value[] | NotLowered {
  const { param, bottoms, tops, params } = input;
  const [weight, bias] = params;
  if (!weight) return 'unknown';
  return bottoms.map((x, i) => {
    const axis = axisFrom(param, 'axis', x);
    const { kernel, stride, pad, dilation } = spatialOf(param, x.shape.length - axis - 1, 'multiplies');
    const flat = kernel.length === 0;
    const [batch, channels, ...sizes] = [countOfValues(x.shape.slice(0, axis)), ...x.shape.slice(axis)];
    const one = (values: readonly number[], value: number): readonly number[] => (flat ? [value] : values);
    const top = tops[i] ?? [];
    const spatial = { kernel, stride, pad, dilation };
    const after = direction.reversed ? pad : padAfter(spatial, sizes, top.slice(axis + 1));
    const filter: Filter = {
      kernel: one(kernel, 1),
      stride: one(stride, 1),
      pads: [...one(pad, 0), ...one(after, 0)],
      dilation: one(dilation, 1),
      group: int32(num(param, 'group')),
    };
    const data = reshape(x, [batch, channels ?? 1, ...(flat ? [1] : sizes)]);
    const shape = [batch, ...top.slice(axis), ...(flat ? [1] : [])];
    const filters = flat ? reshape(weight, [...weight.shape, 1]) : weight;
    const operator = direction.reversed ? convTranspose : conv;
    return reshape(operator(data, filters, bias, filter, shape), top);
  });
}

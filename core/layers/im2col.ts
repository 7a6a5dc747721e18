/**
 * Unrolls the patches that a convolution would see: channels × kernel values at each position (im2col_layer.cpp). Top:
 * channels times the kernel's number of values, spatial sizes as for Convolution.
 */
import { writesTooSoon } from '../net/in-place';
import type { LayerRule } from '../net/rules';
import type { Dim } from '../net/shape';
import { convolvedSize } from './convolution';
import { padAfter } from './shared/convolution-base';
import { axisOf, blobProblems, times } from './shared/geometry';
import { spatialOf, spatialPlace } from './shared/spatial';
import { noMacs } from './shared/macs';
import { kernelWindow } from './shared/kernel-window';
import { conv, countOf, floats, reshape } from '../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../net/graph';
import { axisFrom } from './shared/lowered';

export const im2col: LayerRule = {
  type: 'Im2col',
  summary:
    'Unrolls the patches that a convolution sees. Top: (N, channels · kernel values, H, W), sizes as for Convolution.',
  param: 'convolution_param',
  skeleton: { body: 'kernel_size: ${1:3}' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  inPlace: writesTooSoon,
  macs: noMacs,
  window: (input) => kernelWindow(input, 'forwards'),
  onnx: nodes,
  setUp({ layer, param, bottoms: [data = null] }) {
    const { axis, problems: axisProblems } = axisOf(layer, param, 'axis', 0, data);
    if (data === null || axis === null) return { tops: [null], params: [], problems: axisProblems };
    const nAxes = data.length - axis - 1;
    if (nAxes < 1)
      return {
        tops: [null],
        params: [],
        problems: [{ code: 'layer/no-spatial-axes', span: layer.typeSpan, args: { axes: data.length } }],
      };
    const { kernel, stride, pad, dilation, problems } = spatialOf(param, nAxes, 'divides');
    if (problems.length > 0) return { tops: [null], params: [], problems };
    const top: Dim[] = [...data];
    for (let i = 0; i < nAxes; i++) {
      const [k, s, p, d] = [kernel[i] ?? 0, stride[i] ?? 1, pad[i] ?? 0, dilation[i] ?? 1];
      top[axis] = times(top[axis] ?? null, k);
      const size = data[axis + 1 + i] ?? null;
      const output = size === null ? null : convolvedSize(size, k, s, p, d);
      if (output !== null && output < 0) {
        const span = spatialPlace(param, 'kernel_size', ['kernel_h', 'kernel_w'], i);
        return {
          tops: [null],
          params: [],
          problems: [
            {
              code: 'layer/output-negative',
              span,
              args: { size: output, input: size, kernel: k, pad: p, dilation: d },
            },
          ],
        };
      }
      top[axis + 1 + i] = output;
    }
    const wrong = blobProblems(layer, top, 0);
    return { tops: [wrong.length > 0 ? null : top], params: [], problems: wrong };
  },
};

/** A convolution of each channel with one filter per kernel position, each 1 at that position. */
function nodes({ param, bottoms: [x], tops: [top = []] }: LoweringInput): readonly Value[] | NotLowered {
  if (!x) return 'unknown';
  const axis = axisFrom(param, 'axis', x);
  const spatial = spatialOf(param, x.shape.length - axis - 1, 'divides');
  const { kernel, stride, pad, dilation } = spatial;
  const [batch, channels = 1, ...sizes] = [countOf(x.shape.slice(0, axis)), ...x.shape.slice(axis)];
  const places = countOf(kernel);
  const ones = new Float32Array(channels * places * places);
  for (let i = 0; i < channels * places; i++) ones[i * places + (i % places)] = 1;
  const filter = {
    kernel,
    stride,
    pads: [...pad, ...padAfter(spatial, sizes, top.slice(axis + 1))],
    dilation,
    group: channels,
  };
  const weight = floats(ones, [channels * places, 1, ...kernel]);
  return [
    reshape(conv(reshape(x, [batch, channels, ...sizes]), weight, undefined, filter, [batch, ...top.slice(axis)]), top),
  ];
}

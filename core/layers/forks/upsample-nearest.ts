/**
 * Repeats each value `scale` times along the last two axes: (…, H·scale, W·scale) (upsample_layer.cpp of
 * eric612/MobileNet-YOLO, after Darknet).
 */
import type { LayerRule } from '../../net/rules';
import type { Dim, Shape } from '../../net/shape';
import { times } from '../shared/geometry';
import { noMacs } from '../shared/macs';
import { slide } from '../shared/windows';
import { numberIn, writtenIn } from './loose';
import { tooFewAxes } from './needs';
import { made } from './results';
import { oneToOne, shaped } from './shaped';
import { expand, reshape } from '../../graph/operators';

export const upsampleNearest: LayerRule = {
  type: 'Upsample',
  summary: 'Repeats each value `scale` times in both directions. Top: (N, C, H·scale, W·scale).',
  param: 'upsample_param',
  arity: oneToOne,
  macs: noMacs,
  window({ param, bottoms: [data = null] }) {
    const scale = numberIn(param, 'scale');
    if (data === null || data.length < 2 || scale === null || scale <= 0) return null;
    return { kind: 'slide', axes: [2, 1].map((fromEnd) => slide(data.length - fromEnd, 1, 1 / scale, 0)) };
  },
  onnx({ param, bottoms: [x], tops: [top = []] }) {
    const scale = wholeScale(numberIn(param, 'scale'));
    if (!x || x.shape.length < 2 || scale === null || scale <= 0) return 'unknown';
    const [height = 1, width = 1] = x.shape.slice(-2);
    const outer = x.shape.slice(0, -2);
    const repeated = expand(reshape(x, [...outer, height, 1, width, 1]), [...outer, height, scale, width, scale]);
    return [reshape(repeated, top)];
  },
  setUp(input) {
    const [data = null] = input.bottoms;
    return made(input, [enlarged(data, wholeScale(numberIn(input.param, 'scale')))], tooFewAxes(input, 2));
  },
};

/**
 * Ascend's, after Darknet: (…, H·stride_h, W·stride_w), or `stride` for both sides; `scale` multiplies the values. From
 * its proto and documents alone.
 */
export const upsampleByStride: LayerRule = shaped({
  type: 'Upsample',
  summary: 'Repeats each value `stride` times in both directions, times `scale`. Top: (N, C, H·stride, W·stride).',
  param: 'upsample_param',
  arity: oneToOne,
  tops: ({ param, bottoms: [data = null] }) => {
    const strides = ['stride_h', 'stride_w'].map((name) => writtenIn(param, name) ?? numberIn(param, 'stride'));
    return [
      data &&
        data.map((dim, axis) => (axis < data.length - 2 ? dim : times(dim, strides[axis - data.length + 2] ?? null))),
    ];
  },
  check: (input) => tooFewAxes(input, 2),
});

/** A `float` scale becomes an int, as in the C++ member. */
function wholeScale(scale: Dim): Dim {
  return scale === null ? null : Math.trunc(scale);
}

function enlarged(data: Shape, scale: Dim): Shape {
  return data && data.map((dim, axis) => (axis >= data.length - 2 ? times(dim, scale) : dim));
}

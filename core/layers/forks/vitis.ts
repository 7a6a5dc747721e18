/** Layers of DeePhi's Caffe, which Xilinx's Vitis AI reads (deephi_resize_layer.cpp, gs_tiling_layer.cpp). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { has, placeOf } from '../../schema/message';
import { times } from '../shared/geometry';
import { legacyDim } from '../shared/legacy';
import { samePlace } from '../shared/windows';
import { flagIn, numberIn, positive, writtenIn } from './loose';
import { oneToOne, shaped } from './shaped';

/** Quantizes the values; its shape is that of the bottom. */
export const fixedNeuron: LayerRule = {
  ...shaped({
    type: 'FixedNeuron',
    summary: 'Quantizes the values to `bit_width` bits. Top: the shape of the bottom.',
    param: 'fixed_param',
    arity: oneToOne,
    tops: ({ bottoms: [data = null] }) => [data],
  }),
  window: samePlace,
};

export const deephiResize = shaped({
  type: 'DeephiResize',
  summary: 'Resizes maps to `new_height` × `new_width`, or by `scale_h` and `scale_w`. Top: (N, C, H, W).',
  param: 'deephi_resize_param',
  arity: oneToOne,
  tops: (input) => [[...front(input), sideOf(input, 'height', 'h'), sideOf(input, 'width', 'w')]],
  check: (input) => [...pairProblems(input, 'new_height', 'new_width'), ...pairProblems(input, 'scale_h', 'scale_w')],
});

function front({ bottoms: [data] }: SetUpInput): readonly [Dim, Dim] {
  return [legacyDim(data, 'num'), legacyDim(data, 'channels')];
}

function sideOf({ param, bottoms: [data] }: SetUpInput, side: 'height' | 'width', letter: 'h' | 'w'): Dim {
  const given = writtenIn(param, `new_${side}`);
  if (given !== null) return given;
  const [size, scale] = [legacyDim(data, side), numberIn(param, `scale_${letter}`)];
  return size === null || scale === null ? null : Math.trunc(Math.fround(size * Math.fround(scale)));
}

/** Both must be written, or none. */
function pairProblems({ param }: SetUpInput, first: string, second: string): readonly Problem[] {
  if (has(param, first) === has(param, second)) return [];
  const name = has(param, first) ? first : second;
  return [{ code: 'layer/half-of-pair', span: placeOf(param, name), args: { name, pair: [first, second] } }];
}

/** As Reorg; sides and channels must be divisible. */
export const gsTiling = shaped({
  type: 'GSTiling',
  summary:
    'Moves blocks of the feature map to channels: top (N, C·`stride`², H/`stride`, W/`stride`), or back with `reverse`.',
  param: 'gs_tiling_param',
  arity: oneToOne,
  tops(input) {
    const {
      param,
      bottoms: [data],
    } = input;
    const stride = numberIn(param, 'stride');
    const [items, channels] = front(input);
    const sides = [legacyDim(data, 'height'), legacyDim(data, 'width')];
    const square = times(stride, stride);
    return flagIn(param, 'reverse')
      ? [[items, over(channels, square), ...sides.map((side) => times(side, stride))]]
      : [[items, times(channels, square), ...sides.map((side) => over(side, stride))]];
  },
  check: (input) => positive(input, 'stride'),
});

function over(dim: Dim, by: Dim): Dim {
  return dim === null || by === null || by === 0 ? null : Math.trunc(dim / by);
}

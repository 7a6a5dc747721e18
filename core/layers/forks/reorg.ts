/**
 * Moves stride × stride blocks of the plane into channels: (C·s², H/s, W/s), or back with `reverse` (reorg_layer.cpp of
 * Intel's Caffe, after YOLO). Most Caffes require `stride`; that of Ascend and of choasup/caffe-yolo9000 have a default.
 */
import type { CostInput, Window } from '../../net/cost';
import type { LayerRule, SetUpInput, SetUpResult } from '../../net/rules';
import type { Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, fieldOf, has, num, type Message } from '../../schema/message';
import { times } from '../shared/geometry';
import { refuseInPlace } from '../shared/in-place';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { slide } from '../shared/windows';
import { needs } from './fields';
import { made } from './results';
import { countOf, reshape, transpose } from '../../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../../net/graph';

export const reorg: LayerRule = {
  type: 'Reorg',
  summary:
    'Moves blocks of the feature map to channels: top (N, C·`stride`², H/`stride`, W/`stride`), or back with `reverse`.',
  param: 'reorg_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: blocks,
  onnx: nodes,
  setUp: (input) => setUp(input, hasStride(input.param) ? [] : needs(input, 'stride')),
};

/** Of a Caffe whose default is not known. */
export const reorgWithDefault: LayerRule = { ...reorg, setUp: (input) => setUp(input, []) };

function setUp(input: SetUpInput, problems: readonly Problem[]): SetUpResult {
  const {
    layer,
    param,
    bottoms: [data],
  } = input;
  const stride: Dim = hasStride(param) ? num(param, 'stride') : null;
  const squared = times(stride, stride);
  const [n, c, h, w] = [
    legacyDim(data, 'num'),
    legacyDim(data, 'channels'),
    legacyDim(data, 'height'),
    legacyDim(data, 'width'),
  ];
  const top = bool(param, 'reverse')
    ? [n, over(c, squared), times(h, stride), times(w, stride)]
    : [n, times(c, squared), over(h, stride), over(w, stride)];
  return made(input, [top], [...refuseInPlace(layer), ...problems, ...legacyProblems(input, [0])]);
}

function hasStride(param: Message): boolean {
  return has(param, 'stride') || fieldOf(param.type, 'stride')?.hasDefault === true;
}

/**
 * reorg_cpu: channel (i · s + j) · C + c of the top has rows i, i + s, … and columns j, j + s, … of channel c. In
 * reverse it reads the bottom as if it had the shape of the top, and moves its channels once more to blocks; so the
 * result is not the inverse. Where the sizes are not divisible, its indices run into other rows.
 */
function nodes({ param, bottoms: [x], tops: [top = []] }: LoweringInput): readonly Value[] | NotLowered {
  if (!x) return 'unknown';
  const stride = num(param, 'stride');
  const isReverse = bool(param, 'reverse');
  const [items = 1, channels = 1, height = 1, width = 1] = isReverse ? top : [...x.shape, 1, 1, 1];
  if (isReverse) {
    const kept = channels / (stride * stride);
    if (!Number.isInteger(kept) || kept === 0 || countOf(top) !== countOf(x.shape)) return 'not-modelled';
    const blocks = reshape(x, [items, stride, stride, kept, height, width]);
    return [reshape(transpose(blocks, [0, 3, 4, 1, 5, 2]), top)];
  }
  if (height % stride !== 0 || width % stride !== 0) return 'not-modelled';
  const blocks = reshape(x, [items, channels, height / stride, stride, width / stride, stride]);
  return [reshape(transpose(blocks, [0, 3, 5, 1, 2, 4]), top)];
}

/** A position of the top sees a block of the plane or, in reverse, part of a position. */
function blocks({ param }: CostInput): Window | null {
  const stride = num(param, 'stride');
  if (stride <= 0) return null;
  const [extent, step] = bool(param, 'reverse') ? [1, 1 / stride] : [stride, stride];
  return { kind: 'slide', axes: [2, 3].map((axis) => slide(axis, extent, step, 0)) };
}

function over(dim: Dim, by: Dim): Dim {
  return dim === null || by === null || by === 0 ? null : Math.trunc(dim / by);
}

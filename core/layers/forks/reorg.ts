/** Moves stride × stride blocks of the plane to channels: (C·s², H/s, W/s), or back with `reverse` (reorg_layer.cpp of Intel's, after YOLO). */
import type { LayerRule } from '../../net/rules';
import type { Dim } from '../../net/shape';
import { bool, num } from '../../schema/message';
import { times } from '../geometry';
import { refuseInPlace } from '../in-place';
import { needs } from './fields';
import { legacy, legacyProblems } from './legacy';
import { made } from './results';

export const reorg: LayerRule = {
  type: 'Reorg',
  summary: 'Moves blocks of the plane to channels: top (N, C·`stride`², H/`stride`, W/`stride`), or the other way round with `reverse`.',
  param: 'reorg_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  setUp(input) {
    const { layer, param, bottoms: [data] } = input;
    const stride = num(param, 'stride');
    const [n, c, h, w] = [legacy(data, 'num'), legacy(data, 'channels'), legacy(data, 'height'), legacy(data, 'width')];
    const top = bool(param, 'reverse')
      ? [n, over(c, stride * stride), times(h, stride), times(w, stride)]
      : [n, times(c, stride * stride), over(h, stride), over(w, stride)];
    return made(input, [top], [...refuseInPlace(layer), ...needs(input, 'stride'), ...legacyProblems(input, [0])]);
  },
};

function over(dim: Dim, by: number): Dim {
  return dim === null || by === 0 ? null : Math.trunc(dim / by);
}

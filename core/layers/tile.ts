/** Repeats the bottom `tiles` times along `axis`: tile_layer.cpp. */
import { writesTooSoon } from '../net/in-place';
import type { LayerRule } from '../net/rules';
import type { Problem } from '../problems';
import { has, num, placeOf, type Message } from '../schema/message';
import { axisOf, oneTop, times } from './shared/geometry';
import { noMacs } from './shared/macs';
import { alongAxis } from './shared/windows';
import { tiledMoments } from '../moments/reshaped';
import { tile as repeat } from '../graph/operators';
import { axisFrom } from './shared/lowered';

export const tile: LayerRule = {
  type: 'Tile',
  summary:
    'Repeats the bottom `tiles` times along `axis`. Top: the shape of the bottom, with that axis multiplied by `tiles`.',
  param: 'tile_param',
  skeleton: { body: 'tiles: ${1:2}' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  inPlace: writesTooSoon,
  macs: noMacs,
  window: (input) => alongAxis(num(input.param, 'axis'), input),
  onnx: ({ param, bottoms: [x] }) => {
    if (!x) return 'unknown';
    const axis = axisFrom(param, 'axis', x);
    return [
      repeat(
        x,
        x.shape.map((_, i) => (i === axis ? num(param, 'tiles') : 1)),
      ),
    ];
  },
  setUp({ layer, param, bottoms: [data = null] }) {
    const { axis, problems: axisProblems } = axisOf(layer, param, 'axis', 0, data);
    const problems = [...axisProblems, ...tilesProblems(param)];
    if (problems.length > 0 || data === null) return { tops: [null], params: [], problems };
    const tiles = num(param, 'tiles');
    const top = data.map((dim, i) => (i === axis ? times(dim, tiles) : dim));
    return oneTop(layer, top);
  },
  moments: ({ bottoms: [bottom = null], topShapes: [top = null], bottomShapes: [shape = null], param }) =>
    bottom && tiledMoments(bottom, shape, top, num(param, 'tiles')),
};

function tilesProblems(param: Message): readonly Problem[] {
  if (!has(param, 'tiles')) return [{ code: 'layer/tiles-missing', span: param.span, args: {} }];
  const tiles = num(param, 'tiles');
  return tiles > 0 ? [] : [{ code: 'layer/tiles-not-positive', span: placeOf(param, 'tiles'), args: { tiles } }];
}

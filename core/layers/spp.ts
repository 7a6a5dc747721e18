/**
 * Spatial pyramid pooling: pools the image into 1, 4, 16, … bins, for `pyramid_height` levels, and concatenates them
 * into one vector whose length does not depend on the image, except for bins that padding drops. Source: spp_layer.cpp,
 * which builds internal Split, Pooling, Flatten and Concat layers; with one level only that Pooling. In place, when it
 * reads its bottom again it finds the concatenated vector, which does not have four axes.
 */
import { writesTooSoon } from '../net/in-place';
import type { LayerRule } from '../net/rules';
import { formatShape, type Dim } from '../net/shape';
import { has, num, placeOf, str } from '../schema/message';
import { atBottom } from './shared/at';
import { int32, oneTop, plus, times } from './shared/geometry';
import { refuseInPlace } from './shared/in-place';
import { pooledSize } from './shared/pooled-size';
import { noMacs } from './shared/macs';
import { concat, countOf as countOfValues, reshape } from '../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../net/graph';
import { averagePooling, maxPooling } from './shared/pooling-nodes';

export const spp: LayerRule = {
  type: 'SPP',
  summary:
    'Spatial pyramid pooling: 1, 4, 16, … bins over the image, concatenated. Top: (N, C · all bins); one level gives (N, C, 1, 1).',
  param: 'spp_param',
  skeleton: { body: 'pyramid_height: ${1:3}' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  inPlace: writesTooSoon,
  macs: noMacs,
  window: () => ({ kind: 'all', from: 2, to: Infinity, places: 'folded' }),
  keepsCopies: true,
  onnx: nodes,
  setUp({ layer, param, bottoms: [data = null] }) {
    const levels = int32(num(param, 'pyramid_height'));
    if (levels <= 0) {
      return {
        tops: [null],
        params: [],
        problems: [{ code: 'layer/pyramid-height', span: placeOf(param, 'pyramid_height'), args: { levels } }],
      };
    }
    const inPlace = levels === 1 ? [] : refuseInPlace(layer);
    if (data === null || inPlace.length > 0) return { tops: [null], params: [], problems: inPlace };
    if (data.length !== 4) {
      return {
        tops: [null],
        params: [],
        problems: [atBottom(layer, 0, 'layer/four-axes', { shape: formatShape(data) })],
      };
    }
    const [n = null, channels = null, height = null, width = null] = data;
    if (height === 0 || width === 0)
      return {
        tops: [null],
        params: [],
        problems: [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) })],
      };
    if (height === null || width === null)
      return { tops: [levels === 1 ? [n, channels, 1, 1] : [n, null]], params: [], problems: [] };
    let total: Dim = 0;
    for (let level = 0; level < Math.min(levels, 31); level++) {
      const rows = binsOf(height, level);
      const columns = binsOf(width, level);
      const padded = rows.pad !== 0 || columns.pad !== 0;
      if (padded && str(param, 'pool') === 'STOCHASTIC') {
        return {
          tops: [null],
          params: [],
          problems: [{ code: 'layer/pooling-padding', span: placeOf(param, 'pool'), args: { pool: 'STOCHASTIC' } }],
        };
      }
      if (padded && (rows.pad >= rows.kernel || columns.pad >= columns.kernel)) {
        const span = placeOf(param, has(param, 'pyramid_height') ? 'pyramid_height' : 'pool');
        return {
          tops: [null],
          params: [],
          problems: [
            {
              code: 'layer/pyramid-too-high',
              span,
              args: { level: level + 1, bins: 2 ** level, shape: formatShape(data) },
            },
          ],
        };
      }
      const bins = times(pooledSize(height, rows, 'CEIL', padded), pooledSize(width, columns, 'CEIL', padded));
      if (levels === 1)
        return oneTop(layer, [
          n,
          channels,
          pooledSize(height, rows, 'CEIL', padded),
          pooledSize(width, columns, 'CEIL', padded),
        ]);
      total = plus(total, times(channels, bins));
    }
    return oneTop(layer, [n, total]);
  },
};

/** A window that covers an axis with 2^level bins, padded where the size is not divisible. */
function binsOf(
  size: number,
  level: number,
): { readonly kernel: number; readonly stride: number; readonly pad: number } {
  const bins = 2 ** level;
  const kernel = Math.ceil(size / bins);
  return { kernel, stride: kernel, pad: Math.trunc((kernel * bins - size + 1) / 2) };
}

function nodes({ param, bottoms: [x], tops: [top = []] }: LoweringInput): readonly Value[] | NotLowered {
  if (!x) return 'unknown';
  if (str(param, 'pool') === 'STOCHASTIC') return 'no-forward';
  const [items = 1, channels = 1, ...sizes] = x.shape;
  const levels = Array.from({ length: num(param, 'pyramid_height') }, (_, level): Value => {
    const windows = sizes.map((size) => binsOf(size, level));
    const isPadded = windows.some(({ pad }) => pad !== 0);
    const pooled = windows.map((window, i) => pooledSize(sizes[i] ?? 1, window, 'CEIL', isPadded));
    const shape = [items, channels, ...pooled];
    const values = str(param, 'pool') === 'MAX' ? maxPooling(x, windows, shape)[0] : averagePooling(x, windows, shape);
    return reshape(values, [items, countOfValues(shape.slice(1))]);
  });
  return [reshape(concat(levels, 1), top)];
}

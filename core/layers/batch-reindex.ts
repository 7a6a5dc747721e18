/** Top: the first dimension of the index (bottom 1), then the other axes of the data (bottom 0): batch_reindex_layer.cpp. */
import { writesTooSoon } from '../net/in-place';
import type { LayerRule } from '../net/rules';
import { formatShape, type Shape } from '../net/shape';
import { atBottom } from './shared/at';
import { oneTop } from './shared/geometry';
import { noMacs } from './shared/macs';
import { samePlace } from './shared/windows';
import { gather } from '../graph/operators';
import { integers } from './shared/lowered';

export const batchReindex: LayerRule = {
  type: 'BatchReindex',
  summary:
    'Picks items of the first bottom by the indices in the second: `y[i] = x[index[i]]`. Top: `M × …` for M indices.',
  noGradient: [1],
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  inPlace: writesTooSoon,
  macs: noMacs,
  window: samePlace,
  expects: ({ bottoms: [data = null] }) => [undefined, { kind: 'index', below: data?.[0] ?? 1 }],
  onnx: ({ bottoms: [x, index] }) => (x && index ? [gather(x, integers(index, index.shape), 0)] : 'unknown'),
  setUp({ layer, bottoms: [data = null, index = null] }) {
    if (index !== null && index.length !== 1) {
      const problem = atBottom(layer, 1, 'layer/index-axes', { shape: formatShape(index) });
      return { tops: [null], params: [], problems: [problem] };
    }
    const top: Shape = data === null ? null : [index?.[0] ?? null, ...data.slice(1)];
    return oneTop(layer, top);
  },
};

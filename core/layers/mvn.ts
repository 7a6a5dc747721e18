/**
 * y = (x − mean) / (std + eps) over H×W, or C×H×W with `across_channels`. The top always has four axes, N×C×H×W in
 * Caffe's legacy shape, and the averaged part can't be empty: mvn_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import { formatShape } from '../net/shape';
import { bool, num } from '../schema/message';
import { atBottom } from './shared/at';
import { blobProblems, countOf } from './shared/geometry';
import { fourAxes, legacyProblems } from './shared/legacy';
import { noMacs } from './shared/macs';
import { standardised } from '../moments/normalise';
import { div, reduce, reshape, shifted, square, sub, unary } from '../graph/operators';

export const mvn: LayerRule = {
  type: 'MVN',
  summary:
    'Subtracts the mean of each channel of each item, and divides by its standard deviation unless `normalize_variance` is false. ' +
    'Top: `N × C × H × W`, with a 1 for each axis that the bottom lacks.',
  param: 'mvn_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  deadFields: ({ param }) =>
    bool(param, 'normalize_variance') ? [] : [{ field: 'eps', cause: 'normalize_variance: false' }],
  inPlace: {
    spoils: ({ param }) => (bool(param, 'normalize_variance') ? 'gradient' : undefined),
    // Its gradient contains the mean of top times gradient, so every value counts, even where its own gradient is 0.
    reads: ({ param }) => (bool(param, 'normalize_variance') ? 'all' : undefined),
    keeps: () => 'nothing',
  },
  macs: noMacs,
  window: () => ({ kind: 'all', from: 2, to: Infinity, places: 'kept' }),
  onnx: ({ param, bottoms: [x], tops: [top = []] }) => {
    if (!x) return 'unknown';
    const four = reshape(x, top);
    const axes = bool(param, 'across_channels') ? [1, 2, 3] : [2, 3];
    const centred = sub(four, reduce('ReduceMean', four, axes));
    if (!bool(param, 'normalize_variance')) return [centred];
    const deviation = unary('Sqrt', reduce('ReduceMean', square(centred), axes));
    return [div(centred, shifted(deviation, num(param, 'eps')))];
  },
  setUp(input) {
    const { layer, param, bottoms } = input;
    const data = bottoms[0] ?? null;
    const tooMany = legacyProblems(input, [0]);
    if (data === null || tooMany.length > 0) return { tops: [null], params: [], problems: tooMany };
    const top = fourAxes(data);
    const averaged = top?.slice(bool(param, 'across_channels') ? 1 : 2) ?? null;
    if (countOf(averaged) === 0) {
      const problem = atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) });
      return { tops: [null], params: [], problems: [problem] };
    }
    const tooLarge = blobProblems(layer, averaged, 0);
    return { tops: [tooLarge.length > 0 ? null : top], params: [], problems: tooLarge };
  },
  moments: ({ param, bottoms: [bottom = null] }) =>
    bottom && standardised(bottom, bool(param, 'normalize_variance') ? 0 : null),
};

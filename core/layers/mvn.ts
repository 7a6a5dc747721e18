/**
 * y = (x − mean) / (std + eps) over H×W, or C×H×W with `across_channels`. The top always has four axes, N×C×H×W in
 * Caffe's legacy shape, and the averaged part can't be empty: mvn_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import { formatShape } from '../net/shape';
import { bool, num, type Message } from '../schema/message';
import { atBottom } from './shared/at';
import { blobProblems, countOf } from './shared/geometry';
import { fourAxes, legacyProblems } from './shared/legacy';
import { noMacs } from './shared/macs';
import { standardised } from '../moments/normalise';
import { add, div, mul, reduceExactly, reshape, scaled, shifted, square, sub, unary } from '../graph/operators';
import type { BackwardInput, Value } from '../net/graph';

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
    const centred = centredOf(reshape(x, top), axesOf(param));
    return [bool(param, 'normalize_variance') ? div(centred, deviationOf(centred, param)) : centred];
  },
  backward,
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

/** The axes that are averaged. */
function axesOf(param: Message): readonly number[] {
  return bool(param, 'across_channels') ? [1, 2, 3] : [2, 3];
}

function centredOf(x: Value, axes: readonly number[]): Value {
  return sub(x, reduceExactly('ReduceMean', x, axes));
}

function deviationOf(centred: Value, param: Message): Value {
  return shifted(unary('Sqrt', reduceExactly('ReduceMean', square(centred), axesOf(param))), num(param, 'eps'));
}

/**
 * (g − (y · Σ g·y + Σ g) / n) / (std + eps), as if eps were part of the deviation. In place each step overwrites g.
 */
function backward(input: BackwardInput): readonly (Value | undefined)[] {
  const {
    param,
    before: [x],
    made: [y],
    gradients: [g],
    inPlace,
  } = input;
  if (!x || !y || !g) return [];
  const axes = axesOf(param);
  if (!bool(param, 'normalize_variance')) return [reshape(centredOf(g, axes), x.shape)];
  const n = axes.reduce((product, axis) => product * (y.shape[axis] ?? 1), 1);
  const sum = (values: Value): Value => reduceExactly('ReduceSum', values, axes);
  const along = mul(y, sum(mul(y, g)));
  const shared = add(along, sum(inPlace ? along : g));
  const rest = inPlace ? scaled(shared, -2 / n) : sub(g, scaled(shared, 1 / n));
  return [reshape(div(rest, deviationOf(centredOf(reshape(x, y.shape), axes), param)), x.shape)];
}

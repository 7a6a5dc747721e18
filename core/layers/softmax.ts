/** y = eˣ / Σ eˣ over `axis`: softmax_layer.cpp. */
import type { LayerRule } from '../net/rules';
import { softmaxAxis } from './shared/softmax-axis';
import { noMacs } from './shared/macs';
import { fromAxis } from './shared/windows';
import { softmaxMoments } from '../moments/softmax';
import { axisOf } from './shared/geometry';
import { softmax as normalisedExp } from '../graph/operators';
import { axisFrom } from './shared/lowered';

export const softmax: LayerRule = {
  type: 'Softmax',
  summary:
    'Turns scores into probabilities that sum to 1 along `axis`: `y = exp(x) / Σ exp(x)`. Top: the shape of the bottom.',
  param: 'softmax_param',
  skeleton: { name: 'prob' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  inPlace: { reads: () => 'values', keeps: () => 'nothing' },
  macs: noMacs,
  readsTopShape: true,
  window: (input) => fromAxis(input, 1, 'kept'),
  onnx: ({ param, bottoms: [x] }) => (x ? [normalisedExp(x, axisFrom(param, 'axis', x))] : 'unknown'),
  setUp(input) {
    const { problems } = softmaxAxis(input, input.param);
    // The shape is known even if the axis is wrong, but an empty axis must not be reported again by later layers.
    const empty = problems.some(({ code }) => code === 'layer/empty-bottom');
    return { tops: empty ? [null] : input.bottoms, params: [], problems };
  },
  moments({ layer, param, bottoms: [bottom = null], bottomShapes: [shape = null] }) {
    const { axis } = axisOf(layer, param, 'axis', 0, shape);
    const classes = axis === null ? null : (shape?.[axis] ?? null);
    return bottom && classes !== null && classes > 0 ? softmaxMoments(bottom, classes) : null;
  },
};

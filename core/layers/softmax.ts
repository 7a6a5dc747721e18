/** y = eˣ / Σ eˣ over `axis`: softmax_layer.cpp. */
import type { LayerRule } from '../net/rules';
import { softmaxAxis } from './shared/softmax-axis';
import { noMacs } from './shared/macs';
import { fromAxis } from './shared/windows';
import { softmaxMoments } from '../moments/softmax';
import { axisOf } from './shared/geometry';
import { concat, countOf, mul, reduceExactly, reshape, slice, softmax as normalisedExp, sub } from '../graph/operators';
import type { BackwardInput, Value } from '../net/graph';
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
  readsTopShape: backwardReshaped,
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

/** Items beyond this many are not written out one by one. */
const mostItems = 256;

/**
 * The offsets and the number of classes of items follow the top's current shape, but the positions are those of the bottom: items
 * overlap, and are changed in turn. Only as many values as the top then has are multiplied at the end.
 */
function backwardReshaped({
  param,
  bottoms: [x],
  made: [y],
  gradients: [gradient],
  lastTops: [last = []],
}: BackwardInput): readonly Value[] | undefined {
  if (!x || !y || !gradient) return undefined;
  const axis = axisFrom(param, 'axis', x);
  const classes = last[axis];
  const [whole, count] = [countOf(x.shape), countOf(last)];
  const [items, inner] = [countOf(x.shape.slice(0, axis)), countOf(x.shape.slice(axis + 1))];
  if (classes === undefined || classes > (x.shape[axis] ?? 1) || count > whole || items > mostItems) return undefined;
  const [size, read] = [Math.floor(count / items), classes * inner];
  if ((items - 1) * size + read > whole) return undefined;
  const data = reshape(y, [whole]);
  let memory = reshape(gradient, [whole]);
  for (let item = 0; item < items; item++) {
    const [start, end] = [item * size, item * size + read];
    const plane = (values: Value): Value => reshape(slice(values, [0], [start], [end]), [classes, inner]);
    const own = plane(memory);
    const changed = sub(own, reduceExactly('ReduceSum', mul(own, plane(data)), [0]));
    memory = joined([part(memory, 0, start), reshape(changed, [read]), part(memory, end, whole)]);
  }
  const scaled = mul(part(memory, 0, count), part(data, 0, count));
  return [reshape(joined([scaled, part(memory, count, whole)]), x.shape)];
}

function part(values: Value, start: number, end: number): Value {
  return slice(values, [0], [start], [end]);
}

function joined(parts: readonly Value[]): Value {
  return concat(
    parts.filter(({ shape }) => countOf(shape) > 0),
    0,
  );
}

/**
 * With `axis`: that axis becomes top_k. Without: N × 1 × top_k (N × 2 × top_k with `out_max_val`), and size 1 for each
 * axis from the fourth on: argmax_layer.cpp.
 */
import type { Window } from '../net/cost';
import { writesTooSoon } from '../net/in-place';
import type { LayerRule, SetUpInput, SetUpResult } from '../net/rules';
import type { Dim, Shape } from '../net/shape';
import type { Problem } from '../problems';
import { bool, has, num, placeOf, type Message } from '../schema/message';
import { atBottom } from './shared/at';
import { axisOf, countOf, oneTop } from './shared/geometry';
import { noMacs } from './shared/macs';
import { fromAxis } from './shared/windows';
import { cast, concat, gather, ints, reshape, sub, topK, transpose } from '../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../net/graph';
import { axisFrom, range } from './shared/lowered';

export const argMax: LayerRule = {
  type: 'ArgMax',
  summary:
    'The indices of the `top_k` largest values of each item, or along `axis`; with `out_max_val` ' +
    'the values instead or as well. Top: `N × 1 × top_k` (`N × 2 × top_k` with `out_max_val`), or the bottom with `axis` cut to `top_k`.',
  param: 'argmax_param',
  noGradient: 'any',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  inPlace: writesTooSoon,
  macs: noMacs,
  window: (input) => (has(input.param, 'axis') ? fromAxis(input, 1, 'folded') : perItemWindow),
  onnx: nodes,
  setUp: (input) => (has(input.param, 'axis') ? alongAxis(input) : perItem(input)),
};

const perItemWindow: Window = { kind: 'all', from: 1, to: Infinity, places: 'folded' };

function alongAxis(input: SetUpInput): SetUpResult {
  const {
    layer,
    param,
    bottoms: [data = null],
  } = input;
  const { axis, problems } = axisOf(layer, param, 'axis', 0, data);
  const limit = axis === null ? null : (data?.[axis] ?? null);
  const topK = num(param, 'top_k');
  const top = data === null || axis === null ? null : data.map((dim, i) => (i === axis ? topK : dim));
  return result(input, top, [...problems, ...topKProblems(param, limit)]);
}

function perItem(input: SetUpInput): SetUpResult {
  const {
    layer,
    param,
    bottoms: [data = null],
  } = input;
  if (data === null) return result(input, null, topKProblems(param, null));
  if (data.length === 0)
    return result(input, null, [atBottom(layer, 0, 'layer/scalar-bottom', {}), ...topKProblems(param, null)]);
  const rows = bool(param, 'out_max_val') ? 2 : 1;
  const top = [data[0] ?? null, rows, num(param, 'top_k'), ...data.slice(3).map(() => 1)];
  return result(input, top, topKProblems(param, countOf(data, 1)));
}

function result({ layer }: SetUpInput, top: Shape, problems: readonly Problem[]): SetUpResult {
  if (problems.length > 0) return { tops: [null], params: [], problems };
  return oneTop(layer, top);
}

function topKProblems(param: Message, limit: Dim): readonly Problem[] {
  const topK = num(param, 'top_k');
  const span = placeOf(param, 'top_k');
  if (topK < 1) return [{ code: 'layer/top-k-below-one', span, args: { top_k: topK } }];
  // Caffe compares as unsigned, so a count that has overflowed to a negative value allows everything.
  if (limit === null || limit < 0 || topK <= limit) return [];
  return [{ code: 'layer/top-k-too-large', span, args: { top_k: topK, limit } }];
}

/**
 * Among equal values Caffe takes the last (it sorts pairs of value and index) and TopK the first, so the axis is
 * reversed.
 */
function nodes({ param, bottoms: [x], tops: [top = []] }: LoweringInput): readonly Value[] | NotLowered {
  if (!x) return 'unknown';
  const axis = has(param, 'axis') ? axisFrom(param, 'axis', x) : undefined;
  const items = x.shape[0] ?? 1;
  const perm = x.shape.map((_, i) => i).filter((i) => i !== axis);
  const moved =
    axis === undefined ? reshape(x, [items, (countOf(x.shape) ?? 0) / items]) : transpose(x, [...perm, axis]);
  const classes = moved.shape.at(-1) ?? 1;
  const k = num(param, 'top_k');
  const fromEnd = range(classes).map((i) => classes - 1 - i);
  const [values, places] = topK(gather(moved, ints(fromEnd), moved.shape.length - 1), k);
  const indices = cast(sub(ints([classes - 1]), places), 'float');
  const largest = bool(param, 'out_max_val');
  if (axis === undefined) return [reshape(largest ? concat([indices, values], 1) : indices, top)];
  const back = x.shape.map((_, i) => (i === axis ? perm.length : perm.indexOf(i)));
  return [transpose(largest ? values : indices, back)];
}

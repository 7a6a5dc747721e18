/**
 * Replaces `num_axes` axes (−1: all that follow) from `axis` on by the dimensions of `shape`: 0 copies the bottom's
 * dimension at the same position, and one −1 is inferred from the count, which must not change. A negative `axis`
 * counts from after the last axis. The top shares the bottom's memory, so the bottom must not be empty:
 * reshape_layer.cpp.
 */
import type { CostInput, Window } from '../net/cost';
import type { LayerRule, SetUpInput, SetUpResult } from '../net/rules';
import { formatShape, sameShape, type Dim, type Shape } from '../net/shape';
import type { Problem } from '../problems';
import { entriesOf, num, placeOf, subOrEmpty, type Entry } from '../schema/message';
import { atBottom, atEntry } from './shared/at';
import { countOf, int32, oneTop } from './shared/geometry';
import { refuseInPlace } from './shared/in-place';
import { noMacs } from './shared/macs';
import { moved, samePlace } from './shared/windows';
import { reshapedMoments } from '../moments/reshaped';
import { reshape as sameValues } from '../graph/operators';

export const reshape: LayerRule = {
  type: 'Reshape',
  summary:
    'Changes the shape of its bottom: in `shape`, `0` copies the dimension of the bottom, and one `-1` is inferred. ' +
    'Top: the shape of the bottom, with `num_axes` axes from `axis` on replaced.',
  param: 'reshape_param',
  skeleton: { name: 'reshape', body: 'shape { dim: ${1:0} dim: ${2:-1} }' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: reshapedWindow,
  sharesBottom: true,
  onnx: ({ bottoms: [x], tops: [top = []] }) => (x ? [sameValues(x, top)] : 'unknown'),
  setUp(input) {
    const inPlace = refuseInPlace(input.layer);
    const result = setUp(input);
    return inPlace.length > 0 ? { ...result, problems: [...inPlace, ...result.problems] } : result;
  },
  moments: ({ bottoms: [bottom = null], topShapes: [top = null], bottomShapes: [shape = null] }) =>
    bottom && reshapedMoments(bottom, shape, top),
};

/** Unchanged axes from the third on keep their positions. */
function reshapedWindow({ bottoms: [data = null], tops: [top = null] }: CostInput): Window | null {
  if (data === null || top === null) return null;
  return data.length > 2 && sameShape(data.slice(2), top.slice(2)) ? samePlace() : moved();
}

function setUp(input: SetUpInput): SetUpResult {
  const dims = writtenDims(input);
  const problems = dimProblems(dims);
  const data = input.bottoms[0] ?? null;
  if (data === null) return { tops: [problems.length > 0 ? null : unknownBottom(input, dims)], params: [], problems };
  const range = replacedAxes(input, data);
  const wrong = [...problems, ...range.problems];
  if (wrong.length > 0) return { tops: [null], params: [], problems: wrong };
  return reshaped(input, data, range, dims);
}

interface WrittenDim {
  readonly entry: Entry;
  /** Truncated to int32, as Caffe does with the int64 in the text. */
  readonly value: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly problems: readonly Problem[];
}

function writtenDims({ param }: SetUpInput): readonly WrittenDim[] {
  return entriesOf(subOrEmpty(param, 'shape'), 'dim').map((entry) => ({ entry, value: int32(Number(entry.value)) }));
}

function dimProblems(dims: readonly WrittenDim[]): readonly Problem[] {
  const inferred = dims.filter(({ value }) => value === -1);
  return [
    ...inferred.slice(1).map(({ entry }) => atEntry(entry, 'layer/reshape-two-inferred', {})),
    ...dims
      .filter(({ value }) => value < -1)
      .map(({ entry, value }) => atEntry(entry, 'layer/reshape-negative', { dim: value })),
  ];
}

function replacedAxes({ param }: SetUpInput, data: readonly Dim[]): Range {
  const axis = num(param, 'axis');
  const numAxes = num(param, 'num_axes');
  const axes = data.length;
  const start = axis >= 0 ? axis : axes + axis + 1;
  const end = numAxes === -1 ? axes : start + numAxes;
  const args = { axis, num_axes: numAxes, axes, shape: formatShape(data) };
  const problems: Problem[] = [];
  const inRange = start >= 0 && start <= axes;
  if (!inRange) problems.push({ code: 'layer/reshape-axis', span: placeOf(param, 'axis'), args });
  if (numAxes < -1) problems.push({ code: 'layer/num-axes-negative', span: placeOf(param, 'num_axes'), args });
  else if (inRange && end > axes) {
    problems.push({ code: 'layer/num-axes-beyond', span: placeOf(param, 'num_axes'), args: { ...args, axis: start } });
  }
  return { start, end, problems };
}

function reshaped(
  input: SetUpInput,
  data: readonly Dim[],
  { start, end }: Range,
  dims: readonly WrittenDim[],
): SetUpResult {
  const missing = copiesOfNothing(data, start, dims);
  if (missing.length > 0) return { tops: [null], params: [], problems: missing };
  const top: Dim[] = [
    ...data.slice(0, start),
    ...dims.map(({ value }, i) => (value === 0 ? (data[start + i] ?? null) : value)),
    ...data.slice(end),
  ];
  const place = dims.findIndex(({ value }) => value === -1);
  const inferred = dims[place];
  if (inferred === undefined) return withCount(input, top, dims);
  const at = start + place;
  const explicit = countOf(top.filter((_, i) => i !== at));
  const total = countOf(data);
  if (explicit === null || total === null) {
    const sources = [...data.slice(0, start).keys(), ...dims.map(({ value }, i) => (value === 0 ? start + i : -1))];
    for (let i = end; i < data.length; i++) sources.push(i);
    top[at] = shareOf(data, top, sources, at);
    return { tops: [top], params: [], problems: [] };
  }
  if (explicit === 0 || total % explicit !== 0) {
    const code = explicit === 0 ? 'layer/reshape-by-zero' : 'layer/reshape-indivisible';
    const args = { total, explicit, shape: formatShape(data) };
    return { tops: [null], params: [], problems: [atEntry(inferred.entry, code, args)] };
  }
  top[at] = total / explicit;
  return withCount(input, top, dims);
}

function copiesOfNothing(data: readonly Dim[], start: number, dims: readonly WrittenDim[]): readonly Problem[] {
  const problems: Problem[] = [];
  dims.forEach(({ entry, value }, i) => {
    if (value !== 0 || start + i < data.length) return;
    problems.push(atEntry(entry, 'layer/reshape-copy', { axis: start + i, shape: formatShape(data) }));
  });
  return problems;
}

function withCount({ layer, param, bottoms }: SetUpInput, top: Shape, dims: readonly WrittenDim[]): SetUpResult {
  const data = bottoms[0] ?? null;
  const made = oneTop(layer, top);
  if (made.problems.length > 0) return made;
  const found = countOf(top);
  const expected = countOf(data);
  if (found !== null && expected !== null && found !== expected) {
    const args = { found, expected, top: formatShape(top), shape: formatShape(data) };
    const [only] = dims;
    const code = 'layer/reshape-count';
    const whole = subOrEmpty(param, 'shape').span;
    const problem: Problem = only && dims.length === 1 ? atEntry(only.entry, code, args) : { code, span: whole, args };
    return { tops: [null], params: [], problems: [problem] };
  }
  if (expected !== 0) return made;
  return {
    tops: [null],
    params: [],
    problems: [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) })],
  };
}

/**
 * The value of −1 where some dimensions are unknown. It is known if each of these appears exactly once in the top, so
 * that they cancel. `sources` gives the axis of the bottom for each axis of the top, −1 for none.
 */
function shareOf(data: readonly Dim[], top: readonly Dim[], sources: readonly number[], inferred: number): Dim {
  const kept = sources.filter((source) => data[source] === null);
  const unknown = data.filter((dim) => dim === null);
  if (kept.length !== unknown.length || new Set(kept).size !== kept.length) return null;
  const total = countOf(data.filter((dim) => dim !== null));
  const explicit = countOf(top.filter((dim, i) => dim !== null && i !== inferred));
  if (total === null || explicit === null || total < 0 || explicit <= 0 || total % explicit !== 0) return null;
  return total / explicit;
}

/** The top of a bottom of unknown shape, where all axes are replaced. */
function unknownBottom({ param }: SetUpInput, dims: readonly WrittenDim[]): Shape {
  if (num(param, 'axis') !== 0 || num(param, 'num_axes') !== -1) return null;
  return dims.map(({ value }) => (value > 0 ? value : null));
}

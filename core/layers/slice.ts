/**
 * Cuts the bottom along `axis` at each `slice_point`, or without any into as many equal parts as there are tops. A
 * slice point may equal the dimension: the last top is then empty. The points are unsigned in the text and signed in
 * the computation. A single top shares the bottom's memory: slice_layer.cpp.
 */
import type { LayerRule, SetUpInput, SetUpResult } from '../net/rules';
import { formatShape, type Dim, type Shape } from '../net/shape';
import type { Problem } from '../problems';
import { entriesOf } from '../schema/message';
import { atBottom, atEntry } from './shared/at';
import { axisOrDim } from './shared/axis-or-dim';
import { countOf, int32 } from './shared/geometry';
import { refuseInPlace } from './shared/in-place';
import { noMacs } from './shared/macs';
import { alongAxis, oldOrNewAxis } from './shared/windows';
import { cutAlong } from '../moments/along';
import { concat, countOf as valuesIn, expand, reshape, scalar, slice as part } from '../graph/operators';
import type { BackwardInput, Value } from '../net/graph';

export const slice: LayerRule = {
  type: 'Slice',
  summary:
    'Slices the bottom along `axis` (1 by default) at each `slice_point`, or into equal parts. ' +
    'Tops: the shape of the bottom, with the size of the part along that axis.',
  param: 'slice_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1 } },
  macs: noMacs,
  readsTopShape: backwardReshaped,
  window: (input) => alongAxis(oldOrNewAxis(input.param, 'slice_dim'), input),
  onnx: ({ layer, param, bottoms: [x], tops }) => {
    const { axis } = axisOrDim(layer, param, 'slice_dim', 0, x?.shape ?? null);
    if (!x || axis === null) return 'unknown';
    let end = 0;
    return tops.map((top) => {
      const start = end;
      end += top[axis] ?? 0;
      return part(x, [axis], [start], [end]);
    });
  },
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data = null],
    } = input;
    const { axis, problems: axisProblems } = axisOrDim(layer, param, 'slice_dim', 0, data);
    const dim = axis === null ? null : (data?.[axis] ?? null);
    const points = entriesOf(param, 'slice_point').length > 0;
    const { parts, problems: partProblems } = points ? atPoints(input, dim) : equalParts(input, axis, dim);
    const problems = [...axisProblems, ...partProblems];
    if (data === null || axis === null || problems.length > 0)
      return { tops: layer.tops.map(() => null), params: [], problems };
    const tops = parts.map((part) => data.map((d, i) => (i === axis ? part : d)));
    return withMemory(input, tops);
  },
  moments({ layer, param, bottoms: [bottom = null], bottomShapes: [shape = null], topShapes }) {
    const { axis } = axisOrDim(layer, param, 'slice_dim', 0, shape);
    return bottom && axis !== null ? cutAlong(bottom, axis, topShapes) : null;
  },
};

/** The rows of the tops, each as long as in the shape that its top has by then; the rest of the bottom gets 0. */
function backwardReshaped({
  layer,
  param,
  bottoms: [x],
  tops,
  gradients,
  lastTops,
}: BackwardInput): readonly Value[] | undefined {
  const { axis } = axisOrDim(layer, param, 'slice_dim', 0, x?.shape ?? null);
  if (!x || axis === null) return undefined;
  // A single top has the memory of the bottom.
  if (tops.length === 1) return gradients[0] && [reshape(gradients[0], x.shape)];
  const [rows, inner] = [valuesIn(x.shape.slice(0, axis)), valuesIn(x.shape.slice(axis + 1))];
  const parts: Value[] = [];
  let rest = (x.shape[axis] ?? 1) * inner;
  for (const [i, top] of tops.entries()) {
    const length = (lastTops[i]?.[axis] ?? NaN) * inner;
    rest -= length;
    if (!(rest >= 0) || rows * length > valuesIn(top)) return undefined;
    const gradient = gradients[i] ?? expand(scalar(0), top);
    if (length > 0)
      parts.push(reshape(part(reshape(gradient, [valuesIn(top)]), [0], [0], [rows * length]), [rows, length]));
  }
  if (rest > 0) parts.push(expand(scalar(0), [rows, rest]));
  return [reshape(concat(parts, 1), x.shape)];
}

interface Parts {
  readonly parts: readonly Dim[];
  readonly problems: readonly Problem[];
}

function atPoints({ layer, param }: SetUpInput, dim: Dim): Parts {
  const entries = entriesOf(param, 'slice_point');
  const points = entries.map(({ value }) => int32(Number(value)));
  const problems: Problem[] = [];
  const wanted = layer.tops.length - 1;
  const odd = entries.length === wanted ? undefined : entries[Math.min(wanted, entries.length - 1)];
  if (odd) {
    problems.push(
      atEntry(odd, 'layer/slice-point-count', { found: entries.length, tops: layer.tops.length, expected: wanted }),
    );
  }
  const ends: readonly Dim[] = [...points, dim];
  const parts: Dim[] = [];
  let previous = 0;
  for (const [i, end] of ends.entries()) {
    const entry = entries[i];
    if (entry && entry !== odd && end !== null && end <= previous) {
      problems.push(atEntry(entry, 'layer/slice-point-order', { point: end, previous }));
    }
    parts.push(end === null ? null : end - previous);
    previous = end ?? previous;
  }
  if (problems.length > 0 || dim === null) return { parts, problems };
  const beyond = entries[points.findIndex((point) => point > dim)];
  if (beyond)
    return { parts, problems: [atEntry(beyond, 'layer/slice-point-beyond', { point: Number(beyond.value), dim })] };
  const surplus = layer.tops[dim];
  if (!surplus) return { parts, problems };
  return {
    parts,
    problems: [{ code: 'layer/slice-tops', span: surplus.span, args: { tops: layer.tops.length, dim } }],
  };
}

function equalParts({ layer }: SetUpInput, axis: number | null, dim: Dim): Parts {
  const { tops } = layer;
  const last = tops[tops.length - 1];
  if (dim === null || !last) return { parts: tops.map(() => null), problems: [] };
  if (dim % tops.length === 0) return { parts: tops.map(() => dim / tops.length), problems: [] };
  return {
    parts: [],
    problems: [{ code: 'layer/slice-uneven', span: last.span, args: { tops: tops.length, axis, dim } }],
  };
}

/** Caffe's conditions on the memory and counts of the parts, once their shapes are known. */
function withMemory({ layer, bottoms: [data = null] }: SetUpInput, tops: readonly Shape[]): SetUpResult {
  if (tops.length > 1) {
    // In place, the first top replaces the bottom before the counts are compared, so the others would have to be empty.
    const more = tops.slice(1).some((top) => (countOf(top) ?? 0) > 0);
    return { tops, params: [], problems: more ? refuseInPlace(layer) : [] };
  }
  if (countOf(data) !== 0) return { tops, params: [], problems: [] };
  return {
    tops: [null],
    params: [],
    problems: [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) })],
  };
}

/**
 * The shape of the top is that of the first bottom, with the sum of all bottoms along `axis`. All other dimensions and
 * the number of axes must agree. A single bottom shares its memory with the top, so it must not be empty:
 * concat_layer.cpp.
 */
import type { LayerRule, SetUpInput } from '../net/rules';
import { formatShape, type Dim, type Shape } from '../net/shape';
import type { Problem } from '../problems';
import { atBottom } from './shared/at';
import { axisOrDim } from './shared/axis-or-dim';
import { countOf, oneTop, plus } from './shared/geometry';
import { noMacs } from './shared/macs';
import { alongAxis, oldOrNewAxis } from './shared/windows';
import { joinedAlong } from '../moments/along';
import { concat as join, countOf as valuesIn, reshape, slice } from '../graph/operators';
import type { BackwardInput, Value } from '../net/graph';
import { rowsOf } from './shared/in-place';

export const concat: LayerRule = {
  type: 'Concat',
  summary:
    'Concatenates its bottoms along `axis` (1 by default). Top: the common shape, with the sum of the sizes along that axis.',
  param: 'concat_param',
  arity: { bottoms: { min: 1 }, tops: { min: 1, max: 1 } },
  // In place, it writes past the data of the first bottom, since that blob has been enlarged.
  inPlace: { spoils: ({ bottoms }) => (bottoms.length > 1 ? 'values' : undefined) },
  macs: noMacs,
  readsTopShape: backwardReshaped,
  window: (input) => alongAxis(oldOrNewAxis(input.param, 'concat_dim'), input),
  onnx: ({ layer, param, bottoms }) => {
    const { axis } = axisOrDim(layer, param, 'concat_dim', 0, bottoms[0]?.shape ?? null);
    return axis === null ? 'unknown' : [join(bottoms, axis)];
  },
  setUp(input) {
    const { layer, param, bottoms } = input;
    // All shapes must have as many axes as the first, so any known shape gives their number.
    const known = Math.max(
      0,
      bottoms.findIndex((shape) => shape !== null),
    );
    const first = bottoms[known] ?? null;
    const { axis, problems: axisProblems } = axisOrDim(layer, param, 'concat_dim', known, first);
    const problems = [...axisProblems, ...axesProblems(input, known)];
    if (first === null || axis === null || problems.length > 0) return { tops: [null], params: [], problems };
    const { common, problems: differences } = commonShape(input, first, axis);
    if (differences.length > 0) return { tops: [null], params: [], problems: differences };
    const top = common.map((dim, i) => (i === axis ? sumAlong(bottoms, axis) : dim));
    const empty = emptyAlone(input);
    return empty.length > 0 ? { tops: [null], params: [], problems: empty } : oneTop(layer, top);
  },
  moments({ layer, param, bottoms, bottomShapes }) {
    const signals = bottoms.filter((bottom) => bottom !== null);
    const { axis } = axisOrDim(layer, param, 'concat_dim', 0, bottomShapes[0] ?? null);
    return signals.length < bottoms.length || axis === null ? null : joinedAlong(signals, axis);
  },
};

/** The rows of a bottom, where they would be in a top of the shape that it has by then. */
function backwardReshaped({
  layer,
  param,
  bottoms,
  gradients: [gradient],
  lastTops: [last = []],
}: BackwardInput): readonly Value[] | undefined {
  const [first] = bottoms;
  const { axis } = axisOrDim(layer, param, 'concat_dim', 0, first?.shape ?? null);
  const size = axis === null ? undefined : last[axis];
  if (!first || !gradient || axis === null || size === undefined) return undefined;
  // A single bottom has the memory of the top.
  if (bottoms.length === 1) return [reshape(gradient, first.shape)];
  const [rows, inner] = [valuesIn(first.shape.slice(0, axis)), valuesIn(first.shape.slice(axis + 1))];
  const memory = reshape(gradient, [valuesIn(gradient.shape)]);
  const found: Value[] = [];
  let offset = 0;
  for (const { shape } of bottoms) {
    const length = (shape[axis] ?? 1) * inner;
    if ((rows - 1) * size * inner + offset + length > valuesIn(gradient.shape)) return undefined;
    const from = slice(memory, [0], [offset], [valuesIn(gradient.shape)]);
    found.push(reshape(rowsOf(from, rows, size * inner, length), shape));
    offset += length;
  }
  return found;
}

function axesProblems({ layer, bottoms }: SetUpInput, known: number): readonly Problem[] {
  const first = bottoms[known] ?? null;
  const problems: Problem[] = [];
  bottoms.forEach((shape, i) => {
    if (shape === null || first === null || shape.length === first.length) return;
    const args = { shape: formatShape(shape), expected: formatShape(first), first: layer.bottoms[known]?.name ?? '' };
    problems.push(atBottom(layer, i, 'layer/axes-differ', args));
  });
  return problems;
}

interface Common {
  readonly common: readonly Dim[];
  readonly problems: readonly Problem[];
}

/** The dimensions that all bottoms share, each from the first bottom where it is known. */
function commonShape({ layer, bottoms }: SetUpInput, first: readonly Dim[], axis: number): Common {
  const common = [...first];
  const problems: Problem[] = [];
  bottoms.forEach((shape, i) => {
    if (shape === null) return;
    for (const [j, dim] of shape.entries()) {
      if (j === axis || dim === null) continue;
      const expected = (common[j] ??= dim);
      if (expected === dim) continue;
      const args = { axis, other: j, found: dim, expected, shape: formatShape(shape) };
      problems.push(atBottom(layer, i, 'layer/concat-shapes-differ', args));
      break;
    }
  });
  return { common, problems };
}

function sumAlong(bottoms: readonly Shape[], axis: number): Dim {
  let sum: Dim = 0;
  for (const shape of bottoms) sum = plus(sum, shape?.[axis] ?? null);
  return sum;
}

function emptyAlone({ layer, bottoms }: SetUpInput): readonly Problem[] {
  const shape = bottoms[0] ?? null;
  if (bottoms.length !== 1 || countOf(shape) !== 0) return [];
  return [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(shape) })];
}

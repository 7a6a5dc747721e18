/**
 * Each gradient belongs to the position of the maximum of its cell, the first one among equal values; a cell outside of
 * the maps has none. The operator does not return positions, so they are found again: in each row of the columns of a
 * cell, then among the rows of the cell.
 */
import {
  add,
  binary,
  cast,
  compare,
  concat,
  countOf,
  floats,
  gather,
  gatherElements,
  ints,
  mul,
  reshape,
  scalar,
  scaled,
  scatterElements,
  shifted,
  slice,
  sub,
  topK,
  transpose,
  unary,
  where,
} from '../../graph/operators';
import type { Value } from '../../net/graph';
import { floatOf, intsOf, type GradientRule } from '../rule';
import { zeros } from '../shapes';

/** Below every value of the maps that ends up in a cell. */
const lowest = scalar(-Infinity);

/** The maps of so many regions are compared at once, in values. */
const mostAtOnce = 2 ** 25;
/** More regions, or larger maps, make a graph that is too large. */
const mostParts = 64;

export const maxRoiPool: GradientRule = ({ node, inputs: [maps, regions], gradient }) => {
  if (!maps || !regions) return [];
  const [count = 0] = regions.shape;
  const atOnce = Math.max(1, Math.floor(mostAtOnce / countOf(maps.shape.slice(1))));
  if (count > atOnce * mostParts) return undefined;
  const scale = floatOf(node.attributes['spatial_scale']);
  const pooled = intsOf(node.attributes['pooled_shape']);
  const starts = Array.from({ length: Math.ceil(count / atOnce) }, (_, i) => i * atOnce);
  const parts = starts.map((start) => {
    const of = (value: Value): Value => slice(value, [0], [start], [Math.min(start + atOnce, count)]);
    return arriving(maps, of(regions), of(gradient), pooled, scale);
  });
  const all = (values: readonly Value[]): Value => concat(values, 0);
  const sums = scatterElements(
    zeros([countOf(maps.shape)]),
    all(parts.map(({ places }) => places)),
    all(parts.map(({ values }) => values)),
    0,
    'add',
  );
  return [reshape(sums, maps.shape)];
};

/** The gradients that arrive at the maps, and their places among all values of the maps. */
function arriving(
  maps: Value,
  regions: Value,
  gradient: Value,
  [pooledHeight = 1, pooledWidth = 1]: readonly number[],
  scale: number,
): { readonly places: Value; readonly values: Value } {
  const [, channels = 1, height = 1, width = 1] = maps.shape;
  const [count = 1] = regions.shape;
  const item = cast(slice(regions, [1], [0], [1]), 'int64');
  const own = gather(maps, reshape(item, [count]), 0);
  const columns = cellsAlong(regions, { first: 1, cells: pooledWidth, scale, size: width });
  const rows = cellsAlong(regions, { first: 2, cells: pooledHeight, scale, size: height });
  // (R, C, 1, H) for each column of cells, then (R, C, pooledWidth, 1) for each row of cells.
  const byColumn = columns.map(({ inside }) => topK(where(reshape(inside, [count, 1, 1, width]), own, lowest), 1));
  const turned = (values: readonly Value[]): Value =>
    concat(
      values.map((each) => reshape(each, [count, channels, 1, height])),
      2,
    );
  const maxima = turned(byColumn.map(([value]) => value));
  const at = turned(byColumn.map(([, place]) => place));
  const byRow = rows.map(({ inside }) => topK(where(reshape(inside, [count, 1, 1, height]), maxima, lowest), 1)[1]);
  const row = concat(byRow, 3);
  const place = add(mul(row, ints([width])), gatherElements(at, row, 3));
  const map = add(mul(reshape(item, [count, 1, 1, 1]), ints([channels])), ints(indices(channels), [1, channels, 1, 1]));
  const isFilled = mul(
    reshape(concat(columns.map(filled), 1), [count, 1, pooledWidth, 1]),
    reshape(concat(rows.map(filled), 1), [count, 1, 1, pooledHeight]),
  );
  // The places are listed by columns of cells, and so are the gradients.
  const values = mul(transpose(gradient, [0, 1, 3, 2]), isFilled);
  return {
    places: reshape(add(mul(map, ints([height * width])), place), [countOf(gradient.shape)]),
    values: reshape(values, [countOf(gradient.shape)]),
  };
}

function filled({ length }: Cell): Value {
  return where(compare('Greater', length, scalar(0)), scalar(1), scalar(0));
}

interface Cell {
  /** (R, size): whether each position of the maps is in it. */
  readonly inside: Value;
  /** (R, 1): how many are. */
  readonly length: Value;
}

/** The cells along one side of the maps, as the operator computes them in float32. */
function cellsAlong(
  regions: Value,
  {
    first,
    cells,
    scale,
    size,
  }: { readonly first: 1 | 2; readonly cells: number; readonly scale: number; readonly size: number },
): readonly Cell[] {
  const [start, end] = [first, first + 2].map((i) => nearest(scaled(slice(regions, [1], [i], [i + 1]), scale))) as [
    Value,
    Value,
  ];
  const length = binary('Max', shifted(sub(end, start), 1), scalar(1));
  const cell = binary('Div', length, scalar(cells));
  const within = (x: Value): Value => binary('Min', binary('Max', x, scalar(0)), scalar(size));
  const positions = floats(indices(size), [1, size]);
  return indices(cells).map((i) => {
    const from = within(add(unary('Floor', scaled(cell, i)), start));
    const to = within(add(unary('Neg', unary('Floor', unary('Neg', scaled(cell, i + 1)))), start));
    const isAfter = where(compare('Less', positions, to), scalar(1), scalar(0));
    const both = where(compare('GreaterOrEqual', positions, from), isAfter, scalar(0));
    return { inside: compare('Greater', both, scalar(0)), length: sub(to, from) };
  });
}

/** To the closest whole number, and halves away from 0, as C's `round`. */
export function nearest(x: Value): Value {
  return mul(unary('Sign', x), unary('Floor', shifted(unary('Abs', x), 0.5)));
}

function indices(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}

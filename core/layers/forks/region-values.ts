/** Values of feature maps at the cells of regions of interest, as operators. */
import {
  add,
  binary,
  cast,
  countOf,
  floats,
  gather,
  ints,
  mul,
  reshape,
  scalar,
  shifted,
  slice,
  unary,
} from '../../graph/operators';
import type { Value } from '../../net/graph';
import { range } from '../shared/lowered';

/** The regions as (R, 5): item, x₁, y₁, x₂, y₂. */
export function column(regions: Value, index: number): Value {
  return slice(regions, [1], [index], [index + 1]);
}

/** 0, 1, … count − 1 as one row. */
export function steps(count: number): Value {
  return floats(range(count), [1, count]);
}

/** Along one side of the maps: at least 0 and at most `last`. */
export function within(x: Value, last: number): Value {
  return binary('Min', binary('Max', x, scalar(0)), scalar(last));
}

export interface Places {
  /** The item of each region: (R, 1). Others than those of the maps are undefined in Caffe. */
  readonly items: Value;
  /** The channel of each cell: (1, D, a, b). */
  readonly channels: Value;
  /** Rows (R, height of the grid) and columns (R, width of the grid): whole numbers within the maps. */
  readonly rows: Value;
  readonly columns: Value;
}

/** Of maps (N, C, H, W), the values at the places: (R, D, height of the grid, width of the grid). */
export function valuesAt(maps: Value, { items, channels, rows, columns }: Places): Value {
  const [count = 1, channelCount = 1, height = 1, width = 1] = maps.shape;
  const regions = items.shape[0] ?? 1;
  const item = reshape(cast(within(items, count - 1), 'int64'), [regions, 1, 1, 1]);
  const row = reshape(cast(rows, 'int64'), [regions, 1, rows.shape[1] ?? 1, 1]);
  const column = reshape(cast(columns, 'int64'), [regions, 1, 1, columns.shape[1] ?? 1]);
  const map = add(mul(item, ints([channelCount])), channels);
  const index = add(mul(add(mul(map, ints([height])), row), ints([width])), column);
  return gather(reshape(maps, [countOf(maps.shape)]), index, 0);
}

/** Rounds halves up, as C's `round` does from 0 on. */
export function rounded(x: Value): Value {
  return unary('Floor', shifted(x, 0.5));
}

export function ceil(x: Value): Value {
  return unary('Neg', unary('Floor', unary('Neg', x)));
}

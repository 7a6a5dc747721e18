/**
 * The maximum of each of pooled_h × pooled_w cells of each region of interest: top (R, C, pooled_h, pooled_w) for R
 * regions (roi_pooling_layer.cpp of Fast R-CNN and its forks).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import { formatShape, type Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { entriesOf, num, nums, sub } from '../../schema/message';
import { atBottom } from '../shared/at';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { above } from './fields';
import { numberIn } from './loose';
import { column, steps, valuesAt, within } from './region-values';
import { made } from './results';
import { range } from '../shared/lowered';
import { nearest } from '../../gradient/operators/max-roi-pool';
import { byFormula } from '../shared/by-formula';
import {
  add,
  compare,
  div,
  floats,
  ints,
  matMul,
  maxRoiPool,
  mul,
  reshape,
  scalar,
  scaled,
  shifted,
  sub as minus,
  unary,
  where,
} from '../../graph/operators';
import type { Value } from '../../net/graph';

export const roiPooling: LayerRule = {
  ...pooledRegions(
    'ROIPooling',
    'roi_pooling_param',
    'The maximum of each cell of `pooled_h` × `pooled_w`, for each region of interest. Top: (R, C, pooled_h, pooled_w), R regions.',
  ),
  passesNone: [1],
  // roi_pooling_layer.cu; it passes on nothing for a region that ends before it starts.
  backward(input) {
    const {
      param,
      bottoms: [, rois],
      made: [top],
      gradients: [gradient],
    } = input;
    if (!rois || !top || !gradient) return [];
    const count = top.shape[0] ?? 1;
    const side = (i: number): Value =>
      nearest(scaled(column(reshape(rois, [count, 5]), i), num(param, 'spatial_scale')));
    const isWhole = [1, 2]
      .map((first) => where(compare('GreaterOrEqual', side(first + 2), side(first)), scalar(1), scalar(0)))
      .reduce(mul);
    return byFormula({ ...input, gradients: [mul(gradient, reshape(isWhole, [count, 1, 1, 1]))] }, [0]);
  },
  onnx: ({ param, bottoms: [x, rois], tops: [top = []] }) =>
    x && rois ? [maxRoiPool(x, reshape(rois, [top[0] ?? 1, 5]), top.slice(2), num(param, 'spatial_scale'))] : 'unknown',
};

const aligned = pooledRegions(
  'ROIAlign',
  'roi_align_param',
  'Each cell of `pooled_h` × `pooled_w` from interpolated values, for each region of interest. Top: (R, C, pooled_h, pooled_w), R regions.',
);

/**
 * Without rounding regions to whole positions (roi_align_layer.cpp of Mask R-CNN's ports); some read
 * `roi_pooling_param`.
 */
export const roiAlign: LayerRule = {
  ...aligned,
  alsoReads: ['roi_pooling_param'],
  setUp(input) {
    const other = sub(input.layer.message, 'roi_pooling_param');
    const own = sub(input.layer.message, 'roi_align_param');
    return aligned.setUp(other && !own ? { ...input, param: other } : input);
  },
};

/** MS-CNN's and Cascade R-CNN's enlarge the regions by `pad_ratio`. */
export const roiPoolingPadded: LayerRule = {
  ...roiPooling,
  // Its Backward cuts the regions at the upper and left side of the maps, its Forward does not: not modelled.
  backward: () => undefined,
  onnx({ param, bottoms: [x, rois], tops: [top = []] }) {
    if (!x || !rois) return 'unknown';
    const enlarged = padded(reshape(rois, [top[0] ?? 1, 5]), numberIn(param, 'pad_ratio') ?? 0);
    return [maxRoiPool(x, enlarged, top.slice(2), num(param, 'spatial_scale'))];
  },
};

/** Moves each side of the regions (item, x₁, y₁, x₂, y₂) outward by `ratio` · (x₂ − x₁ + 1), and so for y. */
function padded(regions: Value, ratio: number): Value {
  if (ratio === 0) return regions;
  const [own, other] = [1 + ratio, -ratio];
  const rows = [
    [1, 0, 0, 0, 0],
    [0, own, 0, other, 0],
    [0, 0, own, 0, other],
    [0, other, 0, own, 0],
    [0, 0, other, 0, own],
  ];
  return add(matMul(regions, floats(rows.flat(), [5, 5])), floats([0, -ratio, -ratio, ratio, ratio], [1, 5]));
}

/** Theirs has one value more per side than cells: the corners of the cells (roi_align_layer.cpp). */
export const roiAlignGrid: LayerRule = {
  type: 'ROIAlign',
  summary:
    'The values at the corners of `pooled_h` × `pooled_w` cells of each region. Top: (R, C, pooled_h + 1, pooled_w + 1), R regions.',
  param: 'roi_pooling_param',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  onnx({ param, bottoms: [maps, rois], tops: [top = []] }) {
    if (!maps || !rois) return 'unknown';
    const regions = padded(reshape(rois, [top[0] ?? 1, 5]), numberIn(param, 'pad_ratio') ?? 0);
    return [interpolated(maps, regions, top.slice(2), num(param, 'spatial_scale'))];
  },
  setUp(input) {
    const { param } = input;
    const problems = [...above(input, 'pooled_h', 0), ...above(input, 'pooled_w', 0), ...legacyProblems(input, [0, 1])];
    return made(input, [topOf(input, num(param, 'pooled_h') + 1, num(param, 'pooled_w') + 1)], problems);
  },
};

/** roi_align_layer.cu: bilinear interpolation at the corners; 0 outside of the maps and for empty regions. */
function interpolated(
  maps: Value,
  regions: Value,
  [gridHeight = 2, gridWidth = 2]: readonly number[],
  scale: number,
): Value {
  const [, channels = 1, height = 1, width = 1] = maps.shape;
  const rows = alongSide(regions, { first: 2, grid: gridHeight, scale, size: height });
  const columns = alongSide(regions, { first: 1, grid: gridWidth, scale, size: width });
  const at = (row: Value, column_: Value): Value =>
    valuesAt(maps, {
      items: column(regions, 0),
      channels: ints(range(channels), [1, channels, 1, 1]),
      rows: row,
      columns: column_,
    });
  const count = regions.shape[0] ?? 1;
  const tall = (x: Value): Value => reshape(x, [count, 1, gridHeight, 1]);
  const wide = (x: Value): Value => reshape(x, [count, 1, 1, gridWidth]);
  const mixed = (a: Value, b: Value, share: Value): Value =>
    add(mul(a, shifted(unary('Neg', share), 1)), mul(b, share));
  const upper = mixed(at(rows.before, columns.before), at(rows.before, columns.after), wide(columns.share));
  const lower = mixed(at(rows.after, columns.before), at(rows.after, columns.after), wide(columns.share));
  const weight = mul(tall(rows.inside), wide(columns.inside));
  return mul(mixed(upper, lower, tall(rows.share)), weight);
}

/** Positions between whole ones along one side, (R, grid) each; `inside` is 1 or 0. */
function alongSide(
  regions: Value,
  {
    first,
    grid,
    scale,
    size,
  }: { readonly first: 1 | 2; readonly grid: number; readonly scale: number; readonly size: number },
): Readonly<Record<'before' | 'after' | 'share' | 'inside', Value>> {
  const [start, end] = [first, first + 2].map((i) => shifted(scaled(column(regions, i), scale), -0.5)) as [
    Value,
    Value,
  ];
  const length = minus(end, start);
  const place = add(mul(steps(grid), div(length, scalar(grid - 1))), start);
  const floor = unary('Floor', place);
  const before = within(floor, size - 1);
  const flag = (condition: Value): Value => where(condition, scalar(1), scalar(0));
  return {
    before,
    after: within(shifted(floor, 1), size - 1),
    share: minus(within(place, size - 1), before),
    inside: mul(
      flag(compare('Greater', length, scalar(0))),
      mul(
        flag(compare('GreaterOrEqual', place, scalar(-0.5))),
        flag(compare('LessOrEqual', place, scalar(size - 0.5))),
      ),
    ),
  };
}

/** Intel's accepts as many axes as `pooled_size` has values, but implements only two. */
export const roiPoolingIntel: LayerRule = {
  ...roiPooling,
  setUp(input) {
    const { layer, param, bottoms } = input;
    const [data = null] = bottoms;
    const problems: Problem[] = [];
    const sizes = nums(param, 'pooled_size');
    const [height, width] =
      sizes.length > 0 ? [sizes[0] ?? 0, sizes[1] ?? sizes[0] ?? 0] : [num(param, 'pooled_h'), num(param, 'pooled_w')];
    if (data !== null && data.length !== 4)
      problems.push(atBottom(layer, 0, 'layer/four-axes', { shape: formatShape(data) }));
    if (sizes.length > 2) {
      const span = entriesOf(param, 'pooled_size')[2]?.valueNode ?? param.span;
      problems.push({
        code: 'fork/field-count',
        span: { start: span.start, end: span.end },
        args: { name: 'pooled_size', expected: 2, found: sizes.length },
      });
    }
    if (sizes.length === 0 && problems.length === 0)
      problems.push(...above(input, 'pooled_h', 0), ...above(input, 'pooled_w', 0));
    return made(input, [topOf(input, height, width)], problems);
  },
};

function topOf({ bottoms }: SetUpInput, height: number, width: number): Shape {
  return [legacyDim(bottoms[1], 'num'), legacyDim(bottoms[0], 'channels'), height, width];
}

function pooledRegions(type: string, param: string, summary: string): LayerRule {
  return {
    type,
    summary,
    param,
    arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
    macs: noMacs,
    setUp(input) {
      const problems = [
        ...above(input, 'pooled_h', 0),
        ...above(input, 'pooled_w', 0),
        ...legacyProblems(input, [0, 1]),
      ];
      return made(input, [topOf(input, num(input.param, 'pooled_h'), num(input.param, 'pooled_w'))], problems);
    },
  };
}

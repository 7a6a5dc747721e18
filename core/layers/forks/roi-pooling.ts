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
import { made } from './results';
import { add, floats, matMul, maxRoiPool, reshape } from '../../graph/operators';
import type { Value } from '../../net/graph';

export const roiPooling: LayerRule = {
  ...pooledRegions(
    'ROIPooling',
    'roi_pooling_param',
    'The maximum of each cell of `pooled_h` × `pooled_w`, for each region of interest. Top: (R, C, pooled_h, pooled_w), R regions.',
  ),
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
  setUp(input) {
    const { param } = input;
    const problems = [...above(input, 'pooled_h', 0), ...above(input, 'pooled_w', 0), ...legacyProblems(input, [0, 1])];
    return made(input, [topOf(input, num(param, 'pooled_h') + 1, num(param, 'pooled_w') + 1)], problems);
  },
};

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

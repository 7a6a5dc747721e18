/**
 * The average of each cell of a region, each cell from its own score maps: top (R, output_dim, group_size, group_size)
 * from output_dim · group_size² channels (psroi_pooling_layer.cpp of R-FCN).
 */
import type { LayerRule } from '../../net/rules';
import {
  add,
  binary,
  compare,
  div,
  floats,
  ints,
  matMul,
  mul,
  pad,
  reshape,
  scalar,
  scaled,
  shifted,
  sub,
  transpose,
  unary,
  where,
} from '../../graph/operators';
import type { Value } from '../../net/graph';
import { times } from '../shared/geometry';
import { num } from '../../schema/message';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { above } from './fields';
import { needsSize } from './needs';
import { ceil, column, rounded, steps, valuesAt, within } from './region-values';
import { made } from './results';

export const psroiPooling: LayerRule = {
  type: 'PSROIPooling',
  summary:
    'The average of each cell of a region, each with its own score maps. Bottom: `output_dim` · `group_size`² channels. Top: (R, output_dim, group_size, group_size), R regions.',
  param: 'psroi_pooling_param',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  onnx: ({ param, bottoms: [maps, regions], tops: [top = []] }) =>
    maps && regions
      ? [averages(maps, reshape(regions, [top[0] ?? 1, 5]), num(param, 'group_size'), num(param, 'spatial_scale'))]
      : 'unknown',
  setUp(input) {
    const { param, bottoms } = input;
    const [outputs, group] = [num(param, 'output_dim'), num(param, 'group_size')];
    const problems = [
      ...above(input, 'spatial_scale', 0),
      ...above(input, 'output_dim', 0),
      ...above(input, 'group_size', 0),
      ...legacyProblems(input, [0, 1]),
    ];
    if (problems.length === 0) problems.push(...needsSize(input, 0, 'channels', times(times(outputs, group), group)));
    return made(input, [[legacyDim(bottoms[1], 'num'), outputs, group, group]], problems);
  },
};

/**
 * psroi_pooling_layer.cu: cell (i, j) of output d averages channel (d · g + i) · g + j over the whole positions that it
 * touches; a cell outside the maps is 0. The sums are differences of sums from the corner of the map, as then their
 * cost does not depend on the regions.
 */
function averages(maps: Value, regions: Value, group: number, scale: number): Value {
  const [, channels = 1, height = 1, width = 1] = maps.shape;
  const outputs = channels / (group * group);
  const [top, bottom] = bounds(regions, { first: 2, group, scale, size: height });
  const [left, right] = bounds(regions, { first: 1, group, scale, size: width });
  const sums = sumsFromCorner(maps);
  const sumTo = (rows: Value, columns: Value): Value =>
    valuesAt(sums, {
      items: column(regions, 0),
      channels: ints(
        Array.from({ length: channels }, (_, i) => i),
        [1, outputs, group, group],
      ),
      rows,
      columns,
    });
  const inside = sub(add(sumTo(bottom, right), sumTo(top, left)), add(sumTo(top, right), sumTo(bottom, left)));
  const count = regions.shape[0] ?? 1;
  const area = mul(
    reshape(unary('Relu', sub(bottom, top)), [count, 1, group, 1]),
    reshape(unary('Relu', sub(right, left)), [count, 1, 1, group]),
  );
  return where(compare('Greater', area, scalar(0)), div(inside, binary('Max', area, scalar(1))), scalar(0));
}

/** The first position of each cell and the one after its last, along one axis: (R, g) each. */
function bounds(
  regions: Value,
  {
    first,
    group,
    scale,
    size,
  }: { readonly first: 1 | 2; readonly group: number; readonly scale: number; readonly size: number },
): readonly [Value, Value] {
  const start = scaled(rounded(column(regions, first)), scale);
  const end = scaled(shifted(rounded(column(regions, first + 2)), 1), scale);
  const cell = div(binary('Max', sub(end, start), scalar(0.1)), scalar(group));
  const at = (offset: number): Value => add(mul(shifted(steps(group), offset), cell), start);
  return [within(unary('Floor', at(0)), size), within(ceil(at(1)), size)];
}

/** Of maps (N, C, H, W), the sum of all values before each place: (N, C, H + 1, W + 1). */
function sumsFromCorner(maps: Value): Value {
  const padded = pad(maps, [0, 0, 1, 1], [0, 0, 0, 0], 0);
  const [, , height = 1, width = 1] = padded.shape;
  const alongRows = matMul(padded, upTo(width));
  return transpose(matMul(transpose(alongRows, [0, 1, 3, 2]), upTo(height)), [0, 1, 3, 2]);
}

/** A matrix by which a row becomes its running sums. */
function upTo(size: number): Value {
  return floats(
    Array.from({ length: size * size }, (_, i) => (Math.floor(i / size) <= i % size ? 1 : 0)),
    [size, size],
  );
}

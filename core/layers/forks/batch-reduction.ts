/**
 * Reduces an axis to one value per level; a single level removes the axis, and with `pos` also the next one. Several
 * levels are pyramids: level l has l² items, which together make up the axis (batch_reduction_layer.cpp of TSN).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { bool, nums, placeOf, str, subOrEmpty } from '../../schema/message';
import { axisOf } from '../shared/geometry';
import { noMacs } from '../shared/macs';
import { made } from './results';

export const batchReduction: LayerRule = {
  type: 'BatchReduction',
  summary: 'Reduces an axis to one value for each level of a pyramid; a single level removes the axis.',
  param: 'batch_reduction_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data = null],
    } = input;
    const reduction = subOrEmpty(param, 'reduction_param');
    const { axis, problems } = axisOf(layer, reduction, 'axis', 0, data);
    if (data === null || axis === null) return made(input, [null], problems);
    const levels = nums(param, 'level');
    const found = levelProblems(input, axis, data.length, data[axis] ?? null);
    const rest = data.slice(axis + (bool(param, 'pos') ? 2 : 1));
    return made(input, [[...data.slice(0, axis), ...(isPyramid(levels) ? [levels.length] : []), ...rest]], found);
  },
};

/** No level, or a single level of 1, reduces the whole axis. */
function isPyramid(levels: readonly number[]): boolean {
  return levels.length > 1 || (levels.length === 1 && levels[0] !== 1);
}

function levelProblems(
  { layer, param }: SetUpInput,
  axis: number,
  axes: number,
  size: number | null,
): readonly Problem[] {
  const levels = nums(param, 'level');
  const reduction = subOrEmpty(param, 'reduction_param');
  const operation = str(reduction, 'operation');
  const pos = bool(param, 'pos');
  const items = levels.reduce((sum, level) => sum + level * level, 0);
  if (levels.length > 1 && pos)
    return [{ code: 'fork/field-contradicts', span: placeOf(param, 'pos'), args: { name: 'pos', other: 'level' } }];
  if (levels.length > 1 && operation === 'TOPK') {
    return [
      {
        code: 'fork/field-count',
        span: placeOf(param, 'level'),
        args: { name: 'level', expected: 1, found: levels.length },
      },
    ];
  }
  if (isPyramid(levels) && size !== null && items !== size) {
    return [
      { code: 'fork/reduction-size', span: placeOf(param, 'level'), args: { axis, found: items, expected: size } },
    ];
  }
  if (pos && axes - 2 < axis) {
    return [
      {
        code: 'fork/field-bound',
        span: placeOf(reduction, 'axis'),
        args: { name: 'axis', relation: '≤', bound: axes - 2, found: axis },
      },
    ];
  }
  if (operation !== 'ASUM' && operation !== 'SUMSQ') return [];
  return [
    {
      code: 'fork/not-implemented',
      span: placeOf(reduction, 'operation'),
      args: { type: layer.type, name: 'operation', found: operation },
    },
  ];
}

/**
 * Puts values back to the positions that max pooling took them from. Bottoms: values and positions; top (N, C,
 * upsample_h, upsample_w), or the size times `scale`, less one row or column with `pad_out` (upsample_layer.cpp of
 * SegNet).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { CostInput, Window } from '../../net/cost';
import { formatShape, type Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, has, num, placeOf } from '../../schema/message';
import { atBottom } from '../shared/at';
import { int32, plus, times } from '../shared/geometry';
import { legacyDim } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { slide } from '../shared/windows';
import { needsSame } from './needs';
import { made } from './results';
import { cast, countOf, floats, reshape, scatterElements } from '../../graph/operators';
import type { Value } from '../../net/graph';

export const upsample: LayerRule = {
  type: 'Upsample',
  summary:
    'Puts values back to where max pooling took them from. Bottoms: the values, and the second top of Pooling. Top: (N, C, `upsample_h`, `upsample_w`), or the size times `scale`.',
  param: 'upsample_param',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: putBack,
  onnx: ({ bottoms: [x, places], tops: [top = []] }) => {
    if (!x || !places) return 'unknown';
    const planes = countOf(top.slice(0, 2));
    const rows = (value: Value): Value => reshape(value, [planes, countOf(x.shape) / planes]);
    const empty = floats(new Float32Array(countOf(top)), [planes, countOf(top) / planes]);
    return [reshape(scatterElements(empty, cast(rows(places), 'int64'), rows(x), 1), top)];
  },
  setUp(input) {
    const {
      param,
      bottoms: [data],
    } = input;
    const problems = [...fieldProblems(param), ...axesProblems(input)];
    if (problems.length === 0) problems.push(...needsSame(input, 1, 0, ['num', 'channels', 'height', 'width']));
    return made(
      input,
      [[legacyDim(data, 'num'), legacyDim(data, 'channels'), sizeOf(input, 'h'), sizeOf(input, 'w')]],
      problems,
    );
  },
};

/**
 * Each value goes to one of the positions that its window covers, so a value of the top comes from one position of the
 * bottom.
 */
function putBack({ bottoms: [data = null], tops: [top = null] }: CostInput): Window | null {
  const steps = [2, 3].map((axis) => (data?.[axis] ?? NaN) / (top?.[axis] ?? NaN));
  return steps.some(Number.isNaN)
    ? null
    : { kind: 'slide', axes: steps.map((step, i) => slide(2 + i, 1, step, 0)), bottoms: 1 };
}

type Param = SetUpInput['param'];
type Side = 'h' | 'w';

function scaleOf(param: Param, side: Side): number {
  return num(param, has(param, 'scale_h') ? `scale_${side}` : 'scale');
}

function sizeOf({ param, bottoms: [data] }: SetUpInput, side: Side): Dim {
  if (has(param, 'upsample_h') && has(param, 'upsample_w')) return num(param, `upsample_${side}`);
  const size = legacyDim(data, side === 'h' ? 'height' : 'width');
  return plus(times(size, scaleOf(param, side)), bool(param, `pad_out_${side}`) ? -1 : 0);
}

function axesProblems({ layer, bottoms }: SetUpInput): readonly Problem[] {
  return [0, 1].flatMap((i) => {
    const shape = bottoms[i] ?? null;
    return shape === null || shape.length === 4
      ? []
      : [atBottom(layer, i, 'layer/four-axes', { shape: formatShape(shape) })];
  });
}

function fieldProblems(param: Param): readonly Problem[] {
  if (has(param, 'upsample_h') && has(param, 'upsample_w')) {
    return ['upsample_h', 'upsample_w'].flatMap((name) => {
      const found = int32(num(param, name));
      return found > 1
        ? []
        : [
            {
              code: 'fork/field-bound' as const,
              span: placeOf(param, name),
              args: { name, relation: '>', bound: 1, found },
            },
          ];
    });
  }
  const problems: Problem[] = [];
  if (has(param, 'scale_h') !== has(param, 'scale_w')) {
    const name = has(param, 'scale_h') ? 'scale_h' : 'scale_w';
    problems.push({
      code: 'layer/half-of-pair',
      span: placeOf(param, name),
      args: { name, pair: ['scale_h', 'scale_w'] },
    });
  } else if (has(param, 'scale') && has(param, 'scale_h')) {
    problems.push({
      code: 'fork/fields-exclude',
      span: placeOf(param, 'scale'),
      args: { name: 'scale', other: 'scale_h' },
    });
  }
  for (const side of ['h', 'w'] as const) {
    if (problems.length > 0) break;
    const name = has(param, 'scale_h') ? `scale_${side}` : 'scale';
    const found = scaleOf(param, side);
    if (found <= 1)
      problems.push({
        code: 'fork/field-bound',
        span: placeOf(param, name),
        args: { name, relation: '>', bound: 1, found },
      });
    else if (bool(param, `pad_out_${side}`) && found !== 2) {
      problems.push({
        code: 'fork/field-bound',
        span: placeOf(param, `pad_out_${side}`),
        args: { name, relation: '=', bound: 2, found },
      });
    }
  }
  return problems;
}

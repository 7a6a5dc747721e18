/** Layers that reverse the order of items along an axis (tianzhi0549/CTPN, tonghe90/textspotter, senlinuc/caffe_ocr). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { placeOf } from '../../schema/message';
import { atBottom } from '../shared/at';
import { refuseInPlace } from '../shared/in-place';
import { moved } from '../shared/windows';
import { numberIn } from './loose';
import { arityOf, oneToOne, shaped } from './shaped';
import { gather, ints } from '../../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../../net/graph';

/** reverse_layer.cpp and reverse_axis_layer.cpp: one axis, counted from the front. */
export function reverseAxis(type: string, param: string): LayerRule {
  const rule = shaped({
    type,
    summary: 'Reverses the order along `axis`. Top: the shape of the bottom.',
    param,
    arity: oneToOne,
    tops: ({ bottoms: [data = null] }) => [data],
    check: (input) => [...refuseInPlace(input.layer), ...axisProblems(input)],
  });
  return { ...rule, window: moved, onnx: reversed };
}

function reversed({ param, bottoms: [x] }: LoweringInput): readonly Value[] | NotLowered {
  const axis = numberIn(param, 'axis');
  const length = axis === null ? undefined : x?.shape[axis];
  if (!x || axis === null || length === undefined) return 'unknown';
  return [gather(x, ints(Array.from({ length }, (_, i) => length - 1 - i)), axis)];
}

function axisProblems({ layer, param, bottoms: [data = null] }: SetUpInput): readonly Problem[] {
  const axis = numberIn(param, 'axis');
  if (data === null || axis === null) return [];
  if (data.length === 0) return [atBottom(layer, 0, 'layer/scalar-bottom', {})];
  const span = placeOf(param, 'axis');
  if (axis < 0)
    return [{ code: 'fork/field-bound', span, args: { name: 'axis', relation: '≥', bound: 0, found: axis } }];
  if (axis < data.length) return [];
  return [{ code: 'fork/field-bound', span, args: { name: 'axis', relation: '<', bound: data.length, found: axis } }];
}

/** reverse_time_layer.cpp: the second bottom has the length of each sequence. */
export const reverseTime: LayerRule = {
  ...shaped({
    type: 'ReverseTime',
    summary:
      'Reverses each sequence in time. Bottoms: (T, N, …), and the lengths (N). Top: the shape of the first bottom.',
    param: 'reverse_time_param',
    arity: arityOf([2, 2], [1, 1]),
    tops: ({ bottoms: [data = null] }) => [data],
    check: ({ layer }) => refuseInPlace(layer),
  }),
  window: moved,
};

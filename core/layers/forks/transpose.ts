/** Reorders the axes: axis i of the top is axis `dim` i of the bottom (transpose_layer.cpp of tianzhi0549/CTPN). */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { placeOf } from '../../schema/message';
import { atBottom } from '../shared/at';
import { refuseInPlace } from '../shared/in-place';
import { noMacs } from '../shared/macs';
import { moved } from '../shared/windows';
import { numbersIn } from './loose';
import { made } from './results';
import { oneToOne } from './shaped';
import { transpose as transposed } from '../../graph/operators';

export const transpose: LayerRule = {
  type: 'Transpose',
  summary: 'Reorders the axes. Top: its axis i is the axis of the bottom that the i-th `dim` names.',
  param: 'transpose_param',
  arity: oneToOne,
  macs: noMacs,
  window: moved,
  onnx: ({ param, bottoms: [x] }) => (x ? [transposed(x, numbersIn(param, 'dim'))] : 'unknown'),
  setUp(input) {
    const [data = null] = input.bottoms;
    const order = numbersIn(input.param, 'dim');
    const top = data && order.map((axis) => data[axis] ?? null);
    return made(input, [top], [...refuseInPlace(input.layer), ...orderProblems(input, order)]);
  },
};

/** As many values as axes; each is one of the axes, or Caffe reads beyond the shape. */
function orderProblems(
  { layer, param, bottoms: [data = null] }: SetUpInput,
  order: readonly number[],
): readonly Problem[] {
  if (data === null) return [];
  if (data.length === 0) return [atBottom(layer, 0, 'layer/scalar-bottom', {})];
  if (order.length !== data.length)
    return [
      { code: 'fork/field-count', span: param.span, args: { name: 'dim', expected: data.length, found: order.length } },
    ];
  const beyond = order.find((axis) => axis < 0 || axis >= data.length);
  if (beyond === undefined) return [];
  return [
    {
      code: 'fork/field-bound',
      span: placeOf(param, 'dim'),
      args: { name: 'dim', relation: '<', bound: data.length, found: beyond },
    },
  ];
}

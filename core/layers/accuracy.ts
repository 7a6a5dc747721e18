/**
 * The fraction of items whose label is among the `top_k` best scores along `axis`; a second top has the same per class.
 * The second top gets its shape after the first has been reshaped, so with two tops the first can't be the predictions
 * themselves. `top_k` is unsigned in the text and signed in the computation: accuracy_layer.cpp.
 */
import type { LayerRule, SetUpInput } from '../net/rules';
import type { Shape } from '../net/shape';
import type { Problem } from '../problems';
import { has, num, placeOf } from '../schema/message';
import { atBottom } from './shared/at';
import { axisOf, countOf, int32 } from './shared/geometry';
import { refuseInPlace } from './shared/in-place';
import { labelCount } from './shared/label-count';
import { noMacs } from './shared/macs';
import { everything } from './shared/windows';
import {
  binary,
  cast,
  compare,
  div,
  floats,
  gatherElements,
  mul,
  reduce,
  reshape,
  scalar as oneNumber,
  total,
  where,
} from '../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../net/graph';
import { axisFrom, aroundAxis } from './shared/lowered';
import { asFloats, isClass, labelled, labelsOf } from './shared/loss-nodes';

export const accuracy: LayerRule = {
  type: 'Accuracy',
  summary:
    'The fraction of predictions whose label is among the `top_k` best classes along `axis`. Top: a single value; a second top has ' +
    'the accuracy of each class.',
  param: 'accuracy_param',
  skeleton: { name: 'accuracy', bottoms: ['label'] },
  noGradient: 'any',
  arity: { bottoms: { min: 2, max: 2 }, tops: { min: 1, max: 2 } },
  macs: noMacs,
  window: everything,
  expects: labelled,
  onnx: nodes,
  setUp(input) {
    const { layer, param, bottoms } = input;
    const data = bottoms[0] ?? null;
    const { axis, problems: axisProblems } = axisOf(layer, param, 'axis', 0, data);
    const perClass = layer.tops.length > 1;
    const problems = [
      ...axisProblems,
      ...(perClass ? refuseInPlace(layer) : []),
      ...(axis === null ? [] : against(input, axis)),
    ];
    const classes = axis === null ? null : (data?.[axis] ?? null);
    return { tops: perClass ? [scalar, [classes]] : oneValue, params: [], problems };
  },
};

const scalar: Shape = [];
const oneValue: readonly Shape[] = [scalar];

function against(input: SetUpInput, axis: number): readonly Problem[] {
  const { layer, param, bottoms } = input;
  const [data = null, labels = null] = bottoms;
  // Caffe divides by the number of labels.
  if (countOf(labels) === 0) return [atBottom(layer, 1, 'layer/no-labels', {})];
  const problems = [...labelCount(input, axis)];
  const classes = data?.[axis] ?? null;
  const topK = int32(num(param, 'top_k'));
  if (classes !== null && topK > classes) {
    problems.push({
      code: 'layer/top-k-too-large',
      span: placeOf(param, 'top_k'),
      args: { top_k: topK, limit: classes },
    });
  }
  return problems;
}

/** A class with the same score as the label's counts as better. */
function nodes({ layer, param, bottoms: [x, label] }: LoweringInput): readonly Value[] | NotLowered {
  if (!x || !label) return 'unknown';
  const [outer, classes, inner] = aroundAxis(x, axisFrom(param, 'axis', x));
  const scores = reshape(x, [outer, classes, inner]);
  const ignored = has(param, 'ignore_label') ? num(param, 'ignore_label') : undefined;
  const { labels, counts = floats(new Float32Array(outer * inner).fill(1), [outer, 1, inner]) } = labelsOf(
    label,
    outer,
    inner,
    ignored,
  );
  const better = reduce(
    'ReduceSum',
    asFloats(compare('GreaterOrEqual', scores, gatherElements(scores, labels, 1))),
    [1],
  );
  const right = mul(cast(compare('LessOrEqual', better, oneNumber(int32(num(param, 'top_k')))), 'float'), counts);
  const share = (of: Value, all: Value): Value => div(of, binary('Max', all, oneNumber(1)));
  const all = share(total(right), total(counts));
  if (layer.tops.length < 2) return [all];
  const isOne = where(isClass(labels, classes, [1, classes, 1]), floats([1]), floats([0]));
  const perClass = (of: Value): Value => reshape(reduce('ReduceSum', mul(isOne, of), [0, 2]), [classes]);
  return [all, share(perClass(right), perClass(counts))];
}

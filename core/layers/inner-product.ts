/**
 * A fully connected layer: the axes from `axis` on form one vector of K values. Top: the axes before `axis`, then
 * num_output. Weights: (num_output, K), or (K, num_output) with `transpose`. Source: inner_product_layer.cpp.
 */
import { writesTooSoon } from '../net/in-place';
import type { LayerRule, ParamBlob } from '../net/rules';
import { count, formatShape, type Dim, type Shape } from '../net/shape';
import type { Problem } from '../problems';
import { bool, num, type Message } from '../schema/message';
import { atBottom } from './shared/at';
import { filledBlob } from './shared/filled-blob';
import { axisOf, countOf, int32, oneTop } from './shared/geometry';
import { product } from './shared/macs';
import { overwritten } from './shared/in-place';
import { numOutput } from './shared/num-output';
import { fromAxis } from './shared/windows';
import { channelsOf } from '../moments/part';
import { summed } from '../moments/sums';
import { countOf as countOfValues, gemm, reshape } from '../graph/operators';
import type { LoweringInput } from '../net/graph';
import { axisFrom } from './shared/lowered';

export const innerProduct: LayerRule = {
  type: 'InnerProduct',
  summary: 'A fully connected layer over all values from `axis` on. Top: the axes before `axis`, then `num_output`.',
  param: 'inner_product_param',
  skeleton: { name: 'fc1', body: 'num_output: ${1:10}\nweight_filler { type: "${2:xavier}" }' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  // The product first sets the top to 0, which destroys as much of the bottom.
  inPlace: {
    ...writesTooSoon,
    clears: true,
    onnx: (input) => {
      const {
        bottoms: [x],
        tops: [top = []],
      } = input;
      if (!x) return 'unknown';
      return nodes({ ...input, bottoms: [reshape(overwritten(x, countOfValues(top), 0), x.shape)] });
    },
  },
  macs: ({ param, tops: [top = null], params: [weight = null] }) =>
    product(count(top), inputsOf(weight, int32(num(param, 'num_output')))),
  window: (input) => fromAxis(input, Infinity, 'folded'),
  onnx: nodes,
  setUp({ layer, param, written, bottoms: [data = null] }) {
    const { value: outputs, problems: outputProblems } = numOutput(param);
    const { axis, problems: axisProblems } = axisOf(layer, param, 'axis', 0, data);
    const problems: Problem[] = [...axisProblems, ...outputProblems];
    if (data === null || axis === null) {
      // With the default axis the top has two axes for any bottom.
      const top = data === null && num(param, 'axis') === 1 ? [null, outputs] : null;
      return { tops: [problems.length > 0 ? null : top], params: paramsOf(param, null, outputs), problems };
    }
    const inputs = countOf(data, axis);
    const batch = countOf(data, 0, axis);
    if ((inputs === 0 && written.length === 0) || (batch === 0 && bool(param, 'bias_term')))
      problems.push(atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) }));
    const params = paramsOf(param, inputs === 0 ? null : inputs, outputs);
    if (problems.length > 0) return { tops: [null], params, problems };
    return { ...oneTop(layer, [...data.slice(0, axis), outputs]), params };
  },
  startsGradient: true,
  moments({ param, bottoms: [bottom = null], params: [weight, bias] }) {
    const [outputs, inputs] = bool(param, 'transpose')
      ? [weight?.shape?.[1], weight?.shape?.[0]]
      : [weight?.shape?.[0], weight?.shape?.[1]];
    if (!bottom || !weight || typeof outputs !== 'number' || typeof inputs !== 'number') return null;
    const taps = inputs / channelsOf(bottom);
    const sums = { bottom, outputs, group: 1, weight, bias, taps, shared: taps, readers: 1, aligned: taps === 1 };
    const found = summed(sums);
    return found && { tops: [found.top], backward: ([gradient = null]) => [gradient && found.back(gradient)] };
  },
};

function nodes({ param, bottoms: [x], tops: [top = []], params: [weight, bias] }: LoweringInput) {
  if (!x || !weight) return 'unknown';
  const transposed = bool(param, 'transpose');
  const rows = countOfValues(x.shape.slice(0, axisFrom(param, 'axis', x)));
  const outputs = int32(num(param, 'num_output'));
  const inputs = countOfValues(weight.shape) / outputs;
  const matrix = reshape(weight, transposed ? [inputs, outputs] : [outputs, inputs]);
  return [reshape(gemm(reshape(x, [rows, inputs]), matrix, bias, !transposed), top)];
}

/** Number of inputs per output; weights written in the file may have another shape, `1 1 outputs inputs`. */
function inputsOf(weight: Shape, outputs: number): Dim {
  const size = count(weight);
  return size === null || outputs <= 0 ? null : size / outputs;
}

function paramsOf(param: Message, inputs: Dim, outputs: Dim): readonly ParamBlob[] {
  const transposed = bool(param, 'transpose');
  const own = filledBlob(param, 'weight', 'weight_filler', transposed ? [inputs, outputs] : [outputs, inputs]);
  const weight = transposed ? { ...own, connections: { in: inputs, out: outputs } } : own;
  if (!bool(param, 'bias_term')) return [weight];
  return [weight, filledBlob(param, 'bias', 'bias_filler', [outputs])];
}

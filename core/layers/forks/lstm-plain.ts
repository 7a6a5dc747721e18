/**
 * An LSTM in one layer, without markers of sequences: weights (4H, I), (4H, H) and (4H), for H outputs and I inputs.
 * Its bottom is (T·N, …) with `batch_size` N (lstm_layer.cpp of junhyukoh/caffe-lstm), or (T, N, …) (that of
 * tianzhi0549/CTPN).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { LoweringInput, NotLowered, Value } from '../../net/graph';
import {
  add,
  concat,
  countOf as countOfValues,
  expand,
  floats,
  gemm,
  mul,
  reshape,
  scalar,
  slice,
} from '../../graph/operators';
import type { Problem } from '../../problems';
import { byFormula } from '../shared/by-formula';
import { lstmUnitNodes, maxSteps } from '../shared/recurrent-nodes';
import { filledBlob } from '../shared/filled-blob';
import { countOf, times } from '../shared/geometry';
import { legacyDim } from '../shared/legacy';
import { hasFillers, numberIn, positive } from './loose';
import { needsSize, tooFewAxes } from './needs';
import { made } from './results';

/** Bottom (T·N, …), top (T·N, H); T·N must be a multiple of N. */
export const lstmInBatches: LayerRule = lstm(
  1,
  'An LSTM over items in the order of time, `batch_size` sequences side by side. Top: (T·N, num_output).',
  batchProblems,
);

/** Bottom (T, N, …), top (T, N, H). */
export const lstmInSteps: LayerRule = lstm(
  2,
  'An LSTM over the first axis. Bottom: (T, N, …). Top: (T, N, num_output).',
  () => [],
);

/** `nAxes`: the number of axes of time and batch. */
function lstm(nAxes: number, summary: string, check: (input: SetUpInput) => readonly Problem[]): LayerRule {
  return {
    type: 'Lstm',
    summary,
    param: 'lstm_param',
    // Neither Caffe checks their numbers; a second bottom marks the first step of each sequence.
    arity: { bottoms: { min: 1 }, tops: { min: 1 } },
    window: () => ({ kind: 'all', from: 2, to: Infinity, places: 'folded' }),
    macs({ bottoms: [data = null], params: [input = null, hidden = null] }) {
      const [items, first, second] = [countOf(data, 0, nAxes), countOf(input), countOf(hidden)];
      return items === null || first === null || second === null ? null : items * (first + second);
    },
    passesNone: [1],
    keepsCopies: true,
    expects: ({ bottoms }) => bottoms.map((_, i) => (i === 1 ? { kind: 'markers' } : undefined)),
    onnx: (input) => nodes(input, nAxes),
    // It limits the gradient of the gates at each step.
    backward: (input) => ((numberIn(input.param, 'clipping_threshold') ?? 0) > 0 ? undefined : byFormula(input, [0])),
    setUp(input) {
      const {
        param,
        bottoms: [data = null],
      } = input;
      const outputs = numberIn(param, 'num_output');
      const gates = times(outputs, 4);
      const isShort = data !== null && data.length < nAxes;
      const outer = data && !isShort ? data.slice(0, nAxes) : null;
      const result = made(
        input,
        [outer && [...outer, outputs]],
        [...positive(input, 'num_output'), ...(isShort ? tooFewAxes(input, nAxes) : check(input))],
      );
      if (!hasFillers(param)) return { ...result, openParams: true, draws: null };
      const params = [
        filledBlob(param, 'weight', 'weight_filler', [gates, countOf(data, nAxes)]),
        filledBlob(param, 'hidden weight', 'weight_filler', [gates, outputs]),
        filledBlob(param, 'bias', 'bias_filler', [gates]),
      ];
      return { ...result, params };
    },
  };
}

/** T·N must be a multiple of N. */
function batchProblems(input: SetUpInput): readonly Problem[] {
  const {
    param,
    bottoms: [data],
  } = input;
  const [batch, items] = [numberIn(param, 'batch_size'), legacyDim(data, 'num')];
  const problems = positive(input, 'batch_size');
  if (problems.length > 0 || batch === null || items === null) return problems;
  return needsSize(input, 0, 'num', batch * Math.max(1, Math.trunc(items / batch)));
}

/**
 * As on the GPU (lstm_layer.cu): of several sequences side by side, the CPU adds the hidden state of the first one to
 * all. The states begin as 0. Markers of several sequences are read beyond their step.
 */
function nodes({ param, bottoms, params, tops }: LoweringInput, nAxes: number): readonly Value[] | NotLowered {
  const [x, markers] = bottoms;
  const [weight, hiddenWeight, bias] = params;
  const [top = []] = tops;
  if (!x || !weight || !hiddenWeight || !bias) return 'unknown';
  const [items, outputs] = [countOfValues(x.shape.slice(0, nAxes)), top.at(-1) ?? 1];
  const batch = nAxes === 1 ? numberIn(param, 'batch_size') : (x.shape[1] ?? 1);
  if (batch === null || (markers && batch > 1)) return 'not-modelled';
  if (items / batch > maxSteps) return 'too-many-steps';
  const rows = gemm(reshape(x, [items, countOfValues(x.shape.slice(nAxes))]), weight, bias, true);
  const results: Value[] = [];
  let cell = expand(scalar(0), [batch, outputs]);
  let hidden = cell;
  for (let first = 0; first < items; first += batch) {
    const own = slice(rows, [0], [first], [first + batch]);
    const marker = markers
      ? reshape(slice(reshape(markers, [items]), [0], [first], [first + 1]), [1, 1])
      : floats([first > 0 ? 1 : 0], [1, 1]);
    const earlier = mul(marker, gemm(hidden, hiddenWeight, undefined, true));
    const step = lstmUnitNodes(first === 0 ? own : add(own, earlier), cell, marker);
    [cell, hidden] = [step.cell, step.hidden];
    results.push(hidden);
  }
  return [reshape(concat(results, 0), top)];
}

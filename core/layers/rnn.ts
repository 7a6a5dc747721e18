import type { LayerRule } from '../net/rules';
import {
  bias,
  recurrentArity,
  recurrentMacs,
  recurrentWindow,
  setUpRecurrent,
  weight,
  type Recurrence,
} from './shared/recurrent';
import { overTime } from './shared/recurrent-moments';
import { add, gemm, mul, unary } from '../graph/operators';
import { recurrentNodes, sequenceMarkers } from './shared/recurrent-nodes';

const recurrence: Recurrence = {
  nStates: 1,
  nGates: 1,
  perStep: (param, n) => [
    weight(param, 'hidden weight', [n, n]),
    weight(param, 'output weight', [n, n]),
    bias(param, 'output bias', [n]),
  ],
};

/**
 * A simple recurrent net with tanh. Top: (T, N, num_output). Blobs: input weights (num_output, inputs) and bias,
 * weights of a static input, hidden weights, output weights and bias. Source: rnn_layer.cpp.
 */
export const rnn: LayerRule = {
  type: 'RNN',
  summary: 'A simple recurrent net with tanh over a sequence (T, N, …) with markers (T, N). Top: (T, N, num_output).',
  param: 'recurrent_param',
  skeleton: { body: 'num_output: ${1:64}\nweight_filler { type: "${2:uniform}" min: -0.1 max: 0.1 }' },
  noGradient: [1],
  // The last hidden state is read by the output within the layer, which overwrites its gradient.
  ignoresGradient: () => [1],
  keepsCopies: true,
  arity: { bottoms: { min: 2, max: 4 }, tops: { min: 1, max: 2 } },
  arityFor: (param) => recurrentArity(param, recurrence),
  macs: (input) => recurrentMacs(input, recurrence),
  window: recurrentWindow,
  dropsWritten: true,
  expects: sequenceMarkers,
  onnx: (input) =>
    recurrentNodes(input, 1, ({ gates, marker, states: [hidden], weights: [weight, out, bias] }) => {
      if (!hidden || !weight || !out) throw new RangeError('an RNN has a state, hidden and output weights');
      const next = unary('Tanh', add(gemm(mul(hidden, marker), weight, undefined, true), gates));
      return { output: unary('Tanh', gemm(next, out, bias, true)), states: [next] };
    }),
  setUp: (input) => setUpRecurrent(input, recurrence),
  moments: (input) => overTime(input, 'rnn'),
};

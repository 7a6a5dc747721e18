import type { LayerRule } from '../net/rules';
import { times } from './shared/geometry';
import {
  recurrentArity,
  recurrentMacs,
  recurrentWindow,
  setUpRecurrent,
  weight,
  type Recurrence,
} from './shared/recurrent';
import { overTime } from './shared/recurrent-moments';
import { add, gemm, mul } from '../graph/operators';
import { lstmUnitNodes, recurrentNodes, sequenceMarkers } from './shared/recurrent-nodes';

const recurrence: Recurrence = {
  nStates: 2,
  nGates: 4,
  perStep: (param, n) => [weight(param, 'hidden weight', [times(n, 4), n])],
};

/**
 * Long short-term memory. Top: (T, N, num_output). Blobs: input weights (4·num_output, inputs) and bias, weights of a static
 * input, hidden weights (4·num_output, num_output). Source: lstm_layer.cpp.
 */
export const lstm: LayerRule = {
  type: 'LSTM',
  summary: 'Long short-term memory over a sequence (T, N, …) with markers (T, N). Top: (T, N, num_output).',
  param: 'recurrent_param',
  skeleton: { body: 'num_output: ${1:64}\nweight_filler { type: "${2:uniform}" min: -0.1 max: 0.1 }' },
  noGradient: [1],
  // The gradients of the last states never reach the steps within the layer.
  ignoresGradient: () => [1, 2],
  keepsCopies: true,
  arity: { bottoms: { min: 2, max: 5 }, tops: { min: 1, max: 3 } },
  arityFor: (param) => recurrentArity(param, recurrence),
  macs: (input) => recurrentMacs(input, recurrence),
  window: recurrentWindow,
  dropsWritten: true,
  expects: sequenceMarkers,
  onnx: (input) =>
    recurrentNodes(input, 2, ({ gates, marker, states: [hidden, cell], weights: [weight] }) => {
      if (!hidden || !cell || !weight) throw new RangeError('an LSTM has two states and hidden weights');
      const next = lstmUnitNodes(add(gemm(mul(hidden, marker), weight, undefined, true), gates), cell, marker);
      return { output: next.hidden, states: [next.hidden, next.cell] };
    }),
  setUp: (input) => setUpRecurrent(input, recurrence),
  moments: (input) => overTime(input, 'lstm'),
};

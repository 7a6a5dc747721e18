/** The time steps of LSTM and RNN as operators in sequence, as Caffe unrolls them (recurrent_layer.cpp). */
import { add, binary, concat, countOf, floats, gemm, mul, reshape, slice, unary } from '../../graph/operators';
import type { ExpectedRule, LoweringInput, NotLowered, Value } from '../../net/graph';
import { bool } from '../../schema/message';

/** The results of a step: its output, and the states for the next one. */
export interface Step {
  readonly output: Value;
  readonly states: readonly Value[];
}

export interface StepInput {
  /** (N, gates): the input multiplied by its weights. */
  readonly gates: Value;
  /** (N, 1): 0 where a sequence begins. */
  readonly marker: Value;
  /** (N, D) each; the first is the hidden state. */
  readonly states: readonly Value[];
  /** The blobs used by each step. */
  readonly weights: readonly Value[];
}

export const sequenceMarkers: ExpectedRule = ({ bottoms }) =>
  bottoms.map((_, i) => (i === 1 ? { kind: 'markers' } : undefined));

/** Each step is some ten operators. A run of so many takes minutes; of more, it would not end. */
export const maxSteps = 10_000;

export function recurrentNodes(
  { param, bottoms, params, tops }: LoweringInput,
  nStates: number,
  stepOf: (input: StepInput) => Step,
): readonly Value[] | NotLowered {
  const exposed = bool(param, 'expose_hidden') ? nStates : 0;
  const isStatic = bottoms.length > 2 + exposed;
  const [x, markers] = bottoms;
  const [weight, bias] = params;
  const [top] = tops;
  if (!x || !markers || !weight || !top) return 'unknown';
  const [steps = 0, streams = 0, size = 0] = top;
  if (steps > maxSteps) return 'too-many-steps';
  const inputs = countOf(x.shape.slice(2));
  const [gates = 0] = weight.shape;
  const rows = gemm(reshape(x, [steps * streams, inputs]), weight, bias, true);
  const [, , extra] = bottoms;
  const [, , extraWeight] = params;
  const fixed =
    isStatic && extra && extraWeight
      ? gemm(reshape(extra, [streams, countOf(extra.shape.slice(1))]), extraWeight, undefined, true)
      : undefined;
  let states: readonly Value[] = Array.from({ length: nStates }, (_, i) => {
    const given = exposed > 0 ? bottoms[(isStatic ? 3 : 2) + i] : undefined;
    return given ? reshape(given, [streams, size]) : floats(new Float32Array(streams * size), [streams, size]);
  });
  const outputs: Value[] = [];
  const perStep = params.slice(isStatic ? 3 : 2);
  for (let t = 0; t < steps; t++) {
    const own = reshape(slice(rows, [0], [t * streams], [(t + 1) * streams]), [streams, gates]);
    const marker = reshape(slice(reshape(markers, [steps * streams]), [0], [t * streams], [(t + 1) * streams]), [
      streams,
      1,
    ]);
    const step = stepOf({ gates: fixed ? add(own, fixed) : own, marker, states, weights: perStep });
    states = step.states;
    outputs.push(reshape(step.output, [1, streams, size]));
  }
  const whole = reshape(concat(outputs, 0), top);
  return [whole, ...states.map((state) => reshape(state, [1, streams, size]))].slice(0, tops.length);
}

/**
 * lstm_unit_layer.cpp: gates i, f, o, g; the cell is cleared where a sequence begins. `cell` and the results are (N,
 * D).
 */
export function lstmUnitNodes(
  gates: Value,
  cell: Value,
  marker: Value,
): { readonly cell: Value; readonly hidden: Value } {
  const [, size = 0] = cell.shape;
  const gate = (i: number): Value => slice(gates, [1], [i * size], [(i + 1) * size]);
  const [input, forget, output] = [0, 1, 2].map((i) => unary('Sigmoid', gate(i))) as [Value, Value, Value];
  const next = add(mul(mul(marker, forget), cell), mul(input, unary('Tanh', gate(3))));
  return { cell: next, hidden: binary('Mul', output, unary('Tanh', next)) };
}

/**
 * Shared by LSTM and RNN (recurrent_layer.cpp): the bottoms are a sequence (T, N, …), its markers (T, N), optionally a
 * static input (N, …), and with `expose_hidden` the first hidden states. Internally, Caffe unrolls a net over T time
 * steps whose InnerProduct layers share their blobs; every step fills its blobs before it shares them, which costs
 * random draws.
 */
import type { Arity, ParamBlob, SetUpInput, SetUpResult } from '../../net/rules';
import type { CostInput, Window } from '../../net/cost';
import { count, formatShape, type Dim, type Shape } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, type Message } from '../../schema/message';
import { atBottom } from './at';
import { filledBlob } from './filled-blob';
import { blobProblems, countOf, times } from './geometry';
import { product, total } from './macs';
import { numOutput } from './num-output';

export interface Recurrence {
  /** Hidden states that pass from step to step: 2 for LSTM, 1 for RNN. */
  readonly nStates: number;
  /** Gates of the unit: 4 for LSTM, 1 for RNN. */
  readonly nGates: number;
  /** The blobs of each step, after those of the input; `n` is num_output. */
  readonly perStep: (param: Message, n: Dim) => readonly ParamBlob[];
}

export function recurrentArity(param: Message, { nStates }: Recurrence): Arity {
  const exposed = bool(param, 'expose_hidden') ? nStates : 0;
  return { bottoms: { min: 2 + exposed, max: 3 + exposed }, tops: { min: 1 + exposed, max: 1 + exposed } };
}

export function setUpRecurrent(input: SetUpInput, recurrence: Recurrence): SetUpResult {
  const { layer, param, bottoms } = input;
  const [data = null] = bottoms;
  const exposed = bool(param, 'expose_hidden') ? recurrence.nStates : 0;
  const isStatic = bottoms.length > 2 + exposed;
  const { value: outputs, problems: outputProblems } = numOutput(param);
  const problems: Problem[] = [...outputProblems, ...sequenceProblems(input)];
  if (isStatic) problems.push(...staticProblems(input));
  if (outputs !== null) problems.push(...stateProblems(input, outputs, 2 + (isStatic ? 1 : 0)));
  const gates = times(outputs, recurrence.nGates);
  const blobs = [
    weight(param, 'weight', [gates, data !== null && data.length > 2 ? positive(countOf(data, 2)) : null]),
    bias(param, 'bias', [gates]),
    ...(isStatic ? [weight(param, 'static weight', [gates, staticInputs(bottoms[2] ?? null)])] : []),
    ...recurrence.perStep(param, outputs),
  ];
  const steps = data?.[0] ?? null;
  const streams = data?.[1] ?? null;
  const nInput = isStatic ? 3 : 2;
  const draws =
    steps === null ? null : { again: { blobs: blobs.map((_, i) => i).slice(nInput), times: Math.max(0, steps - 1) } };
  // The largest internal blob: all gates of all steps.
  if (problems.length === 0) problems.push(...blobProblems(layer, [steps, streams, gates], 0));
  if (problems.length > 0) return { tops: layer.tops.map(() => null), params: blobs, problems, draws };
  const tops = layer.tops.map((_, i): Shape => [i === 0 ? steps : 1, streams, outputs]);
  return { tops, params: blobs, problems, draws };
}

/** Each step multiplies by every weight once per stream; a static input is multiplied once for all steps. */
export function recurrentMacs({ param, bottoms, params }: CostInput, { nStates }: Recurrence): Dim {
  const [steps = null, streams = null] = bottoms[0] ?? [];
  const exposed = bool(param, 'expose_hidden') ? nStates : 0;
  const isStatic = bottoms.length > 2 + exposed;
  const each = params.map((shape, i): Dim => {
    if (shape !== null && shape.length < 2) return 0;
    return product(count(shape), isStatic && i === 2 ? streams : product(steps, streams));
  });
  return total(each);
}

/**
 * A step sees all values of its input. Earlier steps reach it through the hidden state, which is no spatial position.
 */
export const recurrentWindow = (): Window => ({ kind: 'all', from: 2, to: Infinity, places: 'folded' });

export function weight(param: Message, role: string, shape: Shape): ParamBlob {
  return filledBlob(param, role, 'weight_filler', shape);
}

export function bias(param: Message, role: string, shape: Shape): ParamBlob {
  return filledBlob(param, role, 'bias_filler', shape);
}

function sequenceProblems({ layer, bottoms: [data = null, markers = null] }: SetUpInput): readonly Problem[] {
  // Two axes, steps and streams, and at least one after them for the inner product.
  if (data !== null && data.length < 3)
    return [atBottom(layer, 0, 'layer/sequence-axes', { shape: formatShape(data) })];
  if (markers !== null && markers.length !== 2)
    return [atBottom(layer, 1, 'layer/markers-axes', { shape: formatShape(markers) })];
  if (data !== null && countOf(data) === 0)
    return [atBottom(layer, 0, 'layer/empty-bottom', { shape: formatShape(data) })];
  if (data === null || markers === null) return [];
  const differs = [0, 1].some((i) => known(data[i]) && known(markers[i]) && data[i] !== markers[i]);
  return differs
    ? [atBottom(layer, 1, 'layer/markers-differ', { shape: formatShape(markers), data: formatShape(data.slice(0, 2)) })]
    : [];
}

function staticProblems({ layer, bottoms }: SetUpInput): readonly Problem[] {
  const [data = null, , extra = null] = bottoms;
  if (extra === null) return [];
  if (extra.length < 2) return [atBottom(layer, 2, 'layer/static-axes', { shape: formatShape(extra) })];
  const streams = data?.[1];
  if (known(streams) && known(extra[0]) && streams !== extra[0]) {
    return [atBottom(layer, 2, 'layer/static-streams', { found: extra[0] ?? null, expected: streams ?? null })];
  }
  return countOf(extra) === 0 ? [atBottom(layer, 2, 'layer/empty-bottom', { shape: formatShape(extra) })] : [];
}

/** The first hidden states must have exactly the shape (1, N, num_output). */
function stateProblems({ layer, bottoms }: SetUpInput, outputs: number, first: number): readonly Problem[] {
  const expected: Shape = [1, bottoms[0]?.[1] ?? null, outputs];
  const problems: Problem[] = [];
  for (let i = first; i < bottoms.length; i++) {
    const shape = bottoms[i] ?? null;
    if (shape === null) continue;
    const fits =
      shape.length === 3 &&
      shape.every((dim, axis) => dim === null || expected[axis] === null || dim === expected[axis]);
    if (!fits)
      problems.push(
        atBottom(layer, i, 'layer/state-shape', { shape: formatShape(shape), expected: formatShape(expected) }),
      );
  }
  return problems;
}

function staticInputs(shape: Shape): Dim {
  return shape === null || shape.length < 2 ? null : positive(countOf(shape, 1));
}

function positive(value: Dim): Dim {
  return value === null || value > 0 ? value : null;
}

function known(dim: Dim | undefined): dim is number {
  return typeof dim === 'number';
}

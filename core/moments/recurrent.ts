/**
 * LSTM and RNN over time: the same weights at each step, whose sums are treated as independent, which holds while the
 * hidden values are small. The moments of the gates follow from those of input and hidden values, step by step, until
 * they converge.
 */
import type { Moments, ParamMoments, Signal } from '../net/signal';
import { secondOf, uniform } from './gradient';
import { expectation } from './normal';
import { normalPart, signalMoments } from './part';
import { sigmoidOf } from './sigmoid';

export interface Recurrent {
  readonly kind: 'lstm' | 'rnn';
  readonly bottom: Signal;
  readonly inputs: number;
  readonly outputs: number;
  readonly steps: number;
  readonly weights: { readonly input: ParamMoments; readonly bias: ParamMoments; readonly hidden: ParamMoments };
  /** RNN: from the hidden values to the outputs. */
  readonly output?: { readonly weight: ParamMoments; readonly bias: ParamMoments };
  readonly tops: number;
}

const mostSteps = 64;

/** Null where a weight is not known. */
export function recurrentMoments({
  kind,
  bottom,
  inputs,
  outputs,
  steps,
  weights,
  output,
  tops,
}: Recurrent): Moments | null {
  const second = squareOf(weights.input);
  const again = squareOf(weights.hidden);
  const bias = squareOf(weights.bias);
  const biasMean = weights.bias.mean;
  if (second === null || again === null || bias === null || biasMean === null) return null;
  const given = second * inputs * signalMoments(bottom).second + bias - biasMean ** 2;
  let cell = { mean: 0, second: 0 };
  let hidden = { mean: 0, second: 0 };
  let sum = { mean: 0, second: 0 };
  const nSteps = Math.min(steps, mostSteps);
  let last = 0;
  for (let step = 0; step < nSteps; step++) {
    const variance = given + again * outputs * hidden.second;
    const next = kind === 'lstm' ? lstmStep(biasMean, variance, cell) : rnnStep(biasMean, variance, cell);
    cell = next.cell;
    hidden = next.hidden;
    last = variance;
    const shown = kind === 'rnn' ? shownOf(hidden, outputs, output) : hidden;
    if (!shown) return null;
    // The last computed step stands for all later ones.
    const weight = step === nSteps - 1 ? 1 + Math.max(0, steps - mostSteps) : 1;
    sum = { mean: sum.mean + (weight * shown.mean) / steps, second: sum.second + (weight * shown.second) / steps };
  }
  const part = normalPart({
    channels: outputs,
    mean: sum.mean,
    variance: Math.max(0, sum.second - sum.mean ** 2),
    common: 0,
  });
  const top: Signal = { parts: [part] };
  const gain = slopeOf(kind, biasMean, last) * second * outputs * (kind === 'lstm' ? 4 : 1);
  return {
    tops: Array.from({ length: tops }, (_, i) => (i === 0 ? top : null)),
    backward: ([gradient = null]) => [gradient && uniform(secondOf(gradient, [part]) * gain)],
  };
}

function squareOf({ mean, std }: ParamMoments): number | null {
  return mean === null || std === null ? null : mean * mean + std * std;
}

interface FirstTwo {
  readonly mean: number;
  readonly second: number;
}

interface Step {
  readonly cell: FirstTwo;
  readonly hidden: FirstTwo;
}

/** c = f·c + i·g, h = o·tanh(c). */
function lstmStep(mean: number, variance: number, cell: FirstTwo): Step {
  const gate = through(sigmoidOf, mean, variance);
  const input = through(Math.tanh, mean, variance);
  const cellMean = gate.mean * cell.mean + gate.mean * input.mean;
  const cellSecond =
    gate.second * cell.second + gate.second * input.second + 2 * gate.mean * cell.mean * gate.mean * input.mean;
  const shown = through(Math.tanh, cellMean, Math.max(0, cellSecond - cellMean ** 2));
  return {
    cell: { mean: cellMean, second: cellSecond },
    hidden: { mean: gate.mean * shown.mean, second: gate.second * shown.second },
  };
}

function rnnStep(mean: number, variance: number, cell: FirstTwo): Step {
  return { cell, hidden: through(Math.tanh, mean, variance) };
}

/** For f(u) with u normal. */
function through(f: (u: number) => number, mean: number, variance: number): FirstTwo {
  return { mean: expectation(f, mean, variance), second: expectation((u) => f(u) ** 2, mean, variance) };
}

/** RNN's output is the tanh of an inner product of the hidden values. */
function shownOf(hidden: FirstTwo, outputs: number, output: Recurrent['output']): FirstTwo | null {
  const square = output ? squareOf(output.weight) : null;
  if (!output || square === null || output.bias.mean === null || output.bias.std === null) return null;
  const variance = square * outputs * hidden.second + output.bias.std ** 2;
  return through(Math.tanh, output.bias.mean, variance);
}

/** Mean square of a gate's slope at these values: the factor on the gradient through one step. */
function slopeOf(kind: Recurrent['kind'], mean: number, variance: number): number {
  const tanhSlope = expectation((u) => (1 - Math.tanh(u) ** 2) ** 2, mean, variance);
  return kind === 'rnn' ? tanhSlope ** 2 : tanhSlope / 16;
}

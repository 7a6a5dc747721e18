/** Signal moments through LSTM and RNN. */
import type { Moments, MomentsInput } from '../../net/signal';
import { recurrentMoments } from '../../moments/recurrent';
import { bool } from '../../schema/message';
import { countOf } from './geometry';

/** Null with a static input or external hidden states, which are not modelled. */
export function overTime(
  { param, bottoms, bottomShapes, topShapes, params }: MomentsInput,
  kind: 'lstm' | 'rnn',
): Moments | null {
  const [bottom = null] = bottoms;
  const [shape = null] = bottomShapes;
  const [input, bias, hidden, outputWeight, outputBias] = params;
  const steps = shape?.[0] ?? null;
  const inputs = countOf(shape, 2);
  const outputs = topShapes[0]?.[2] ?? null;
  if (!bottom || !input || !bias || !hidden || steps === null || steps < 1 || inputs === null || outputs === null)
    return null;
  if (bottoms.length > 2 || bool(param, 'expose_hidden')) return null;
  const output = outputWeight && outputBias ? { weight: outputWeight, bias: outputBias } : undefined;
  return recurrentMoments({
    kind,
    bottom,
    inputs,
    outputs,
    steps,
    weights: { input, bias, hidden },
    ...(output ? { output } : {}),
    tops: topShapes.length,
  });
}

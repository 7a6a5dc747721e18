import type { InferredLayer, StateAnalysis } from '#core/infer/types';
import { fillIn } from '#core/messages/fill-in';
import { signalSentences as sentences } from '#core/messages/en/signals';
import { gainOf } from '#core/signal/gain';
import { forecastOf } from '#core/signal/kept';

/** What the layer keeps of the signal and of the gradient, as the forecast has it; empty where nothing is known. */
export function signalLine(state: StateAnalysis, { layer }: InferredLayer): string {
  if (layer.bottoms.length === 0) return '';
  const { forward, back } = gainOf(forecastOf(state), layer.index);
  if (forward === null) return back === null ? '' : fillIn(sentences.back, { back: factor(back) });
  return back === null ? fillIn(sentences.forward, { forward: factor(forward) }) : fillIn(sentences.both, { forward: factor(forward), back: factor(back) });
}

function factor(value: number): string {
  return value >= 0.01 && value < 1000 ? value.toPrecision(value < 1 ? 2 : 3) : value.toExponential(1);
}

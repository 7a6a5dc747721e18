import type { InferredLayer, StateAnalysis } from '#core/infer/types';
import { say, type Language } from '#core/messages/language';
import { gainOf } from '#core/signal/gain';
import { forecastAtOnce } from '#core/signal/kept';

/** How the layer scales the signal and the gradient, by the forecast; empty if unknown, or if the forecast would take long. */
export function signalLine(state: StateAnalysis, { layer }: InferredLayer, { signals: sentences }: Language): string {
  if (layer.bottoms.length === 0) return '';
  const forecast = forecastAtOnce(state);
  if (!forecast) return '';
  const { forward, back } = gainOf(forecast, layer.index);
  if (forward === null) return back === null ? '' : say(sentences, 'back', { back: factor(back) });
  return back === null
    ? say(sentences, 'forward', { forward: factor(forward) })
    : say(sentences, 'both', { forward: factor(forward), back: factor(back) });
}

function factor(value: number): string {
  return value >= 0.01 && value < 1000 ? value.toPrecision(value < 1 ? 2 : 3) : value.toExponential(1);
}

import type { StateAnalysis } from '../infer/types';
import { runToEnd, type Steps } from '../steps';
import { forecasting, type Forecast } from './forecast';

// Two phases may have the same layers, but dropout depends on the phase.
const kept = new WeakMap<StateAnalysis['layers'], Map<string, Forecast>>();

/** The forecast for N(0, 1) input, computed once per state. */
export function forecastOf(analysis: StateAnalysis): Forecast {
  return runToEnd(stepsToForecast(analysis));
}

/** A forecast takes about a tenth of a millisecond per layer, and more at first. */
const mostLayersAtOnce = 1000;

/** The same, but null for a net whose forecast is not known yet and takes longer than a second. */
export function forecastAtOnce(analysis: StateAnalysis): Forecast | null {
  const known = kept.get(analysis.layers)?.get(analysis.net.state.phase);
  return known ?? (analysis.layers.length > mostLayersAtOnce ? null : forecastOf(analysis));
}

/** The same in steps; no steps where it is already known. */
export function* stepsToForecast(analysis: StateAnalysis): Steps<Forecast> {
  const {
    layers,
    net: {
      state: { phase },
    },
  } = analysis;
  const known = kept.get(layers)?.get(phase);
  if (known) return known;
  const found = yield* forecasting(analysis);
  const byPhase = kept.get(layers) ?? new Map<string, Forecast>();
  kept.set(layers, byPhase.set(phase, found));
  return found;
}

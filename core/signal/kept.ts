import type { StateAnalysis } from '../infer/types';
import { forecast, type Forecast } from './forecast';

// Two phases may have the same layers, and dropout works by the phase.
const kept = new WeakMap<StateAnalysis['layers'], Map<string, Forecast>>();

/** The forecast for N(0, 1) input, worked out once for a state. */
export function forecastOf(analysis: StateAnalysis): Forecast {
  const { layers, net } = analysis;
  let byPhase = kept.get(layers);
  if (!byPhase) kept.set(layers, (byPhase = new Map<string, Forecast>()));
  let found = byPhase.get(net.state.phase);
  if (!found) byPhase.set(net.state.phase, (found = forecast(analysis)));
  return found;
}

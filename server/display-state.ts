/** Which state a feature shows, where a net has several. */
import type { Analysis } from '#core/analysis';
import type { NetState } from '#core/net/model';
import { testState, trainState } from '#core/net/state';
import type { Settings } from './settings';

/**
 * The phase that the settings name; else the first that the file serves in which the layer at the offset is; else the first
 * that it serves. Undefined for what is no net.
 */
export function displayState(analysis: Analysis, phase: Settings['phase'], offset?: number): NetState | undefined {
  const { states } = analysis;
  if (states.length === 0) return undefined;
  const chosen = chosenState(phase);
  if (chosen) return chosen;
  return (offset === undefined ? undefined : states.find((state) => hasLayerAt(analysis, state, offset))) ?? states[0];
}

/** The state that the settings ask for; undefined where they leave it to the file. */
export function chosenState(phase: Settings['phase']): NetState | undefined {
  return { auto: undefined, TRAIN: trainState, TEST: testState }[phase];
}

function hasLayerAt(analysis: Analysis, state: NetState, offset: number): boolean {
  return analysis.state(state).net.layers.some(({ span }) => span.start <= offset && offset <= span.end);
}

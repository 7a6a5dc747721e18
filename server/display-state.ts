/** Which state a feature shows, where a net has several. */
import type { Analysis } from '#core/analysis/analysis';
import type { NetState } from '#core/net/model';
import { testState, trainState } from '#core/net/state';
import type { Settings } from './settings';

/**
 * The first of the file's states in which the layer at the offset is, else the first of all. Undefined for what is no net.
 * Where one is chosen, there is no other.
 */
export function displayState(analysis: Analysis, offset?: number): NetState | undefined {
  const { states } = analysis;
  return (
    (offset === undefined || states.length < 2
      ? undefined
      : states.find((state) => hasLayerAt(analysis, state, offset))) ?? states[0]
  );
}

/** The states that the settings ask for; undefined where they leave it to the file. */
export function usualStates(phase: Settings['phase']): readonly NetState[] | undefined {
  return { auto: undefined, TRAIN: [trainState], TEST: [testState] }[phase];
}

function hasLayerAt(analysis: Analysis, state: NetState, offset: number): boolean {
  return analysis.state(state).net.layers.some(({ span }) => span.start <= offset && offset <= span.end);
}

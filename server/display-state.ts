/** Which state a feature shows, if a net has several. */
import type { Analysis } from '#core/analysis/analysis';
import type { NetState } from '#core/net/model';
import { testState, trainState } from '#core/net/state';
import type { Settings } from './settings';

/**
 * The first of the file's states that includes the layer at the offset, else the first of all. Undefined if the document is not
 * a net. If the user has chosen a state, it is the only one.
 */
export function displayState(analysis: Analysis, offset?: number): NetState | undefined {
  const { states } = analysis;
  return (
    (offset === undefined || states.length < 2
      ? undefined
      : states.find((state) => hasLayerAt(analysis, state, offset))) ?? states[0]
  );
}

/** The states that the settings ask for; undefined if the settings leave the choice to the file. */
export function usualStates(phase: Settings['phase']): readonly NetState[] | undefined {
  return { auto: undefined, TRAIN: [trainState], TEST: [testState] }[phase];
}

function hasLayerAt(analysis: Analysis, state: NetState, offset: number): boolean {
  return analysis.state(state).net.layers.some(({ span }) => span.start <= offset && offset <= span.end);
}

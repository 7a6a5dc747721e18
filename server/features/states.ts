/** The states in which a net is shown, and those that the user may choose. */
import type { Analysis } from '#core/analysis/analysis';
import type { NetState } from '#core/net/model';
import { namedStates } from '#core/net/named-states';
import { formatState } from '#core/net/state';
import type { StatesAnswer } from '#protocol/requests';

/** Null if the document is not a net. `ofSolver`: the states of the solver beside it. */
export function statesAnswer(analysis: Analysis, ofSolver: readonly NetState[]): StatesAnswer | null {
  const { message, kind, states, statesFrom, dialect } = analysis;
  if (kind !== 'net' || !message) return null;
  const choices = namedStates(message, ofSolver).map((state) => ({
    state,
    label: formatState(state),
    layers: analysis.state(state).net.layers.length,
  }));
  return {
    shown: states.map(formatState),
    from: statesFrom,
    choices,
    schema: dialect.label,
  };
}

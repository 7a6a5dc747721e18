/** States in which a net may never be built, although it has data for them. Errors found only there are not certain. */
import type { StateAnalysis } from '../infer/types';
import type { LayerHead } from '../net/heads';
import type { Phase } from '../net/model';
import { formatState, isIn } from '../net/state';
import { isError, type Problem } from '../problems';
import { isSource } from './served-states';

/**
 * The same states, where the errors of a doubtful one are replaced by one information. `solverPhases`: the phases in
 * which the solver beside the net builds it; undefined if there is none.
 */
export function withoutDoubtfulErrors(
  states: readonly StateAnalysis[],
  heads: readonly LayerHead[],
  solverPhases: readonly Phase[] | undefined,
): readonly StateAnalysis[] {
  const sound = states.filter(({ problems }) => !problems.some(isError));
  return states.map((analysis) => {
    const [first] = analysis.problems.filter(isError);
    if (!first || !isDoubtful(analysis, sound, heads, solverPhases)) return analysis;
    const state = formatState(analysis.state);
    const said: Problem = { code: 'net/rejected-in-state', span: first.span, args: { state } };
    return { ...analysis, problems: [...analysis.problems.filter((problem) => !isError(problem)), said] };
  });
}

/**
 * A state is doubtful if the net can be built in the other phase, and either the solver builds it only there, or no
 * solver is known, the state has no data of its own, and its errors are blobs that only other states have, or none.
 */
function isDoubtful(
  { state, problems }: StateAnalysis,
  sound: readonly StateAnalysis[],
  heads: readonly LayerHead[],
  solverPhases: readonly Phase[] | undefined,
): boolean {
  const others = sound.filter((other) => other.state.phase !== state.phase);
  if (others.length === 0) return false;
  if (solverPhases) return !solverPhases.includes(state.phase);
  const sources = heads.filter((head) => isSource(head) && isIn(head.includes, head.excludes, state));
  const isShared = ({ includes, excludes }: LayerHead): boolean =>
    others.some((other) => isIn(includes, excludes, other.state));
  return sources.every(isShared) && problems.filter(isError).every(isMissingBlob);
}

/** A bottom that no layer of the state produces, and that is no misspelling of another. */
function isMissingBlob(problem: Problem): boolean {
  if (problem.code !== 'net/unknown-bottom') return false;
  return problem.suggestion === undefined || (problem.related ?? []).length > 0;
}

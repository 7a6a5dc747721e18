/** Merges the problems of several states into one list. A problem found in some states only lists those states. */
import { argumentsOf, infoOf, placed, type Problem } from '../problems';
import { formatState } from '../net/state';
import type { StateAnalysis } from '../infer/types';

export function mergeStates(analyses: readonly StateAnalysis[]): readonly Problem[] {
  const [first] = analyses;
  // States with the same layers share one array of problems.
  if (first && analyses.every(({ problems }) => problems === first.problems))
    return merge(
      first.problems.map((problem) => ({ problem, state: '' })),
      1,
    );
  return merge(
    analyses.flatMap(({ state, problems }) => problems.map((problem) => ({ problem, state: formatState(state) }))),
    analyses.length,
  );
}

export function inTextOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Drops repeats of problems that are reported once a file. Takes and returns problems in text order. */
export function reportedOnce(problems: readonly Problem[]): readonly Problem[] {
  const reported = new Set<string>();
  return problems.filter((problem) => {
    const { code } = problem;
    const { once } = infoOf(code);
    if (once === undefined) return true;
    const args = argumentsOf(problem);
    const key = once === 'code' ? code : `${code} ${String(args['name'] ?? args['type'])}`;
    if (reported.has(key)) return false;
    reported.add(key);
    return true;
  });
}

interface Found {
  readonly problem: Problem;
  readonly state: string;
}

function merge(found: readonly Found[], nStates: number): readonly Problem[] {
  const byPlace = new Map<string, { readonly problem: Problem; readonly states: Set<string> }>();
  for (const { problem, state } of found) {
    const key = `${problem.code}|${problem.span.start}|${problem.span.end}`;
    const known = byPlace.get(key);
    if (known) known.states.add(state);
    else byPlace.set(key, { problem, states: new Set([state]) });
  }
  return [...byPlace.values()].map(({ problem, states }) =>
    states.size === nStates ? problem : placed(problem, { states: [...states] }),
  );
}

/** What the last run of a net shows, as problems of its text: one of each kind, where the forecast does not say it already. */
import type { Analysis } from '#core/analysis/analysis';
import { factsOf } from '#core/checks/facts';
import { withoutSuppressed } from '#core/comments/suppressions';
import type { Code, Problem } from '#core/problems/index';
import type { NetState } from '#core/net/model';
import { formatMeasured } from '#core/numbers';
import { isSerious, type Finding } from '#run/findings';
import { isOld, type KeptRun } from '../runs';

/** Empty for a run of an earlier text or another state, and for a net that has nothing to learn. */
export function runProblems(run: KeptRun, analysis: Analysis, state: NetState): readonly Problem[] {
  if (isOld(run, analysis, state)) return [];
  const inState = analysis.state(state);
  if (!factsOf(inState).hasLoss) return [];
  const found = new Map<Code, Problem>();
  for (const { index, findings } of run.layers) {
    const layer = inState.layers[index]?.layer;
    for (const finding of findings) {
      const problem = layer && problemOf(finding, layer);
      // A gradient vanishes or explodes first where it is closest to the output.
      const isFirst = finding.kind.endsWith('-gradient') || !found.has(problem?.code ?? 'run/vanishing');
      if (problem && isFirst) found.set(problem.code, problem);
    }
  }
  const known = new Set(analysis.problems.map(({ code }) => code));
  const isNew = ({ code }: Problem): boolean => !(forecast[code] ?? []).some((each) => known.has(each));
  return withoutSuppressed([...found.values()].filter(isNew), analysis);
}

const forecast: Partial<Readonly<Record<Code, readonly Code[]>>> = {
  'run/vanishing': ['signal/vanishing', 'signal/vanishing-filler', 'signal/vanishing-xavier'],
  'run/exploding': ['signal/exploding', 'signal/exploding-filler'],
  'run/vanishing-gradient': ['signal/vanishing-gradient', 'signal/vanishing-gradient-filler'],
  'run/exploding-gradient': ['signal/exploding-gradient', 'signal/exploding-gradient-filler'],
  'run/dead-units': ['signal/dead'],
  'run/saturated': ['signal/saturating'],
};

function problemOf(
  finding: Finding,
  { name, type, typeSpan: span }: { readonly name: string; readonly type: string; readonly typeSpan: Problem['span'] },
): Problem | undefined {
  if (!isSerious(finding)) return undefined;
  switch (finding.kind) {
    case 'vanishing':
    case 'exploding':
    case 'vanishing-gradient':
    case 'exploding-gradient':
      return { code: `run/${finding.kind}`, span, args: { layer: name, value: formatMeasured(finding.value, 2) } };
    case 'dead': {
      const { silent, count } = finding;
      return { code: 'run/dead-units', span, args: { layer: name, silent, count } };
    }
    case 'saturated':
      return {
        code: 'run/saturated',
        span,
        args: { layer: name, type, percent: Math.round(100 * finding.share) },
      };
    case 'not-finite':
      return { code: 'run/not-finite', span, args: { layer: name, type } };
    case 'zero':
      // `check/zero-start` and `signal/dead` say what follows from it.
      return undefined;
  }
}

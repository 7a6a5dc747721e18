/** Limits the number of reported problems: a client can't handle a million of them. */
import { infoOf, type Problem, type Severity } from '#core/problems/index';

export const maxListed = 1000;

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** All problems if there are few enough; else the most severe in text order, and a last one that states the limit. */
export function listedProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= maxListed) return problems;
  const kept = new Set([...problems].sort((a, b) => rank(a) - rank(b)).slice(0, maxListed));
  const listed = problems.filter((problem) => kept.has(problem));
  const last = listed.at(-1);
  const errors = problems.filter((problem) => rank(problem) === 0).length;
  return errors > maxListed && last
    ? [...listed, { code: 'syntax/too-many-problems', span: last.span, args: { limit: maxListed } }]
    : listed;
}

function rank({ code }: Problem): number {
  return order[infoOf(code).severity];
}

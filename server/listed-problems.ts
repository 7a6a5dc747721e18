/** As many problems as an editor can list: a client that is sent a million of them is of no use to anybody. */
import { infoOf, type Problem, type Severity } from '#core/problems/index';

export const maxListed = 1000;

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** All of them, where they are not too many; else the gravest, in the order of the text, and a last one that says so. */
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

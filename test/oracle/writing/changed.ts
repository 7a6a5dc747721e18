/** What an edit changed in a net. */
import type { Analysis } from '#core/analysis/analysis';
import type { Problem } from '#core/problems/index';
import { commentsOf } from '../../support/messages';

/** Comments that are no more, each as often as it is missing. */
export function lostComments(
  { tree: before }: Pick<Analysis, 'tree'>,
  { tree: after }: Pick<Analysis, 'tree'>,
): readonly string[] {
  const left = [...commentsOf(after)];
  return commentsOf(before).filter((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Codes that are there more often than before, with how often. */
export function moreOften(
  { problems: before }: Pick<Analysis, 'problems'>,
  { problems: after }: Pick<Analysis, 'problems'>,
  counts: (problem: Problem) => boolean,
): readonly string[] {
  const count = (problems: readonly Problem[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const { code } of problems.filter(counts)) found.set(code, (found.get(code) ?? 0) + 1);
    return found;
  };
  const had = count(before);
  return [...count(after)].flatMap(([code, n]) =>
    n > (had.get(code) ?? 0) ? [`${n - (had.get(code) ?? 0)} ${code}`] : [],
  );
}

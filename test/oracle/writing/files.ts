/** The texts of the public nets and solvers, and what an edit changed in one. */
import { readdirSync } from 'node:fs';
import type { Analysis } from '#core/analysis/analysis';
import type { Problem } from '#core/problems/index';
import { readShared, shared } from '../../support/shared';
import { commentsOf } from '../../support/messages';

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** Of Caffe's own world, and of repositories that often have a Caffe of their own. */
const folders = ['files', 'world'] as const;

/** One file of so many, where not all are asked for. */
const sampling = 20;

/** All of them with `CORPUS=whole`, as `npm run corpus` sets it; else a sample of each folder. */
export function corpusFiles(): readonly CorpusFile[] {
  if (shared === undefined) return [];
  const step = process.env['CORPUS'] === 'whole' ? 1 : sampling;
  return folders.flatMap((folder) => {
    const names = readdirSync(`${shared}/corpus/${folder}`, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => /\.(?:prototxt~?|pt)$/.test(name))
      .sort()
      .filter((_, i) => i % step === 0)
      .map((name) => ({ path: `${folder}/${name}`, text: readShared(`corpus/${folder}/${name}`) }));
  });
}

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

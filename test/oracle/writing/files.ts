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

const sampling = 20;

/**
 * All files of Caffe's own world, and of other repositories, which often have a Caffe of their own, one of twenty. All
 * of both with `CORPUS=whole`, as `npm run corpus` sets it.
 */
export function corpusFiles(): readonly CorpusFile[] {
  return [...filesIn('files'), ...sampled(filesIn('world'))];
}

/** One of twenty files of both, for edits that are tried on many layers of each. */
export function corpusSample(): readonly CorpusFile[] {
  return [...sampled(filesIn('files')), ...sampled(filesIn('world'))];
}

function sampled(files: readonly CorpusFile[]): readonly CorpusFile[] {
  return process.env['CORPUS'] === 'whole' ? files : files.filter((_, i) => i % sampling === 0);
}

function filesIn(folder: 'files' | 'world'): readonly CorpusFile[] {
  if (shared === undefined) return [];
  return readdirSync(`${shared}/corpus/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:prototxt~?|pt)$/.test(name))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readShared(`corpus/${folder}/${name}`) }));
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

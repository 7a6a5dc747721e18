/**
 * The public nets and solvers of the reference data, read and analyzed once for all test files of a worker. Edits are tried on a
 * sample; on all of them with `CORPUS=whole`, as `npm run corpus` sets it.
 */
import { readdirSync } from 'node:fs';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { lazy, memoize } from '#core/lazy';
import { readShared, shared } from './shared';

/**
 * The part of the items that a test of several ways tries in the way of this number: each in one of `ways`, with `npm run corpus`
 * in all of them. Edits fail alike in nets that are written alike.
 */
export function turnOf<Item>(items: readonly Item[], way: number, ways: number): readonly Item[] {
  return isWhole ? items : items.filter((_, i) => i % ways === way % ways);
}

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

export const isWhole = process.env['CORPUS'] === 'whole';

export const corpusFiles: () => readonly CorpusFile[] = lazy(() => {
  const files = [...filesIn('files'), ...filesIn('world')];
  return isWhole ? files : covering(files);
});

/** The file as an editor reads it. */
export const analysisOf: (file: CorpusFile) => Analysis = memoize(({ text }) =>
  analyze(text, { dialect: chooseDialect }),
);

/**
 * Files that together have each repository, and each type of a layer, filler or solver, of all: the longest file is dropped
 * first, unless only it has some. One of nine files; a fault in an edit shows in all nets that are written alike.
 */
function covering(files: readonly CorpusFile[]): readonly CorpusFile[] {
  const traits = new Map(files.map((file) => [file, traitsOf(file)]));
  const counts = new Map<string, number>();
  for (const own of traits.values()) for (const trait of own) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  for (const [file, own] of [...traits].sort(([a], [b]) => b.text.length - a.text.length)) {
    if ([...own].some((trait) => counts.get(trait) === 1)) continue;
    for (const trait of own) counts.set(trait, (counts.get(trait) ?? 0) - 1);
    traits.delete(file);
  }
  return [...traits.keys()];
}

function traitsOf({ path, text }: CorpusFile): ReadonlySet<string> {
  const repository = path.split('/', 2).join('/');
  return new Set([repository, ...[...text.matchAll(/\btype\s*:\s*["']?(\w+)/g)].map(([, type = '']) => type)]);
}

function filesIn(folder: 'files' | 'world'): readonly CorpusFile[] {
  if (shared === undefined) return [];
  return readdirSync(`${shared}/corpus/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:prototxt~?|pt)$/.test(name))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readShared(`corpus/${folder}/${name}`) }));
}

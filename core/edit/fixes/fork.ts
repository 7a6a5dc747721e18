/** Fixes of layers of a fork, and of names that another Caffe has. */
import type { forkProblems } from '../../problems/fork';
import type { ForkName } from '../../schema/types';
import { dialectIds, dialectOf, labelOf } from '../../dialects/index';
import { memoize, memoizeByKey } from '../../lazy';
import { writeSchema } from '../write-schema';
import type { Analysis } from '../../analysis/analysis';
import { isError, type Problem } from '../../problems';
import type { Fix } from '../change';
import { removeIt, soundly, type Fixer, type Fixes } from './fixer';
import { isJudged, outcomeOf } from '../outcome';

/** Selects a Caffe that has the name as the dialect of the file, if it finds no more errors than the current one. */
export const useOwner: Fixer = (analysis, problem) =>
  ownersOf(analysis, problem)
    .filter(({ id }) => isReadBy(analysis)(id))
    .map(
      ({ id, label }): Fix => ({
        id: 'use-schema',
        args: { label, schema: id },
        changes: writeSchema(analysis.tree, id),
        guess: 'value',
      }),
    );

/** Cached, since a file may have many names that the same few Caffes have. */
const isReadBy = memoize((analysis: Analysis): ((id: string) => boolean) => {
  const kept = memoizeByKey<boolean>();
  return (id) =>
    kept(id, () => {
      const dialect = isJudged(analysis) ? dialectOf(id) : undefined;
      const after = dialect && outcomeOf(analysis, writeSchema(analysis.tree, id), dialect);
      return after !== undefined && after.problems.filter(isError).length <= analysis.problems.filter(isError).length;
    });
});

/** The forks that have the name which a problem is about. */
export function ownersOf({ dialect: { forks }, text }: Analysis, problem: Problem): readonly ForkName[] {
  const { code, args, span } = problem;
  switch (code) {
    case 'schema/fork-field':
      return forks.fieldOwners(String(args.message), String(args.name));
    case 'schema/fork-enum-value':
      return forks.enumValueOwners(String(args.type), String(args.found));
    case 'net/fork-layer-type':
      return forks.layerTypeOwners(String(args.type));
    case 'filler/unknown-type':
      return forks.fillerOwners(text.slice(span.start, span.end).replace(/^["']|["']$/g, ''));
    case 'schema/other-caffe':
      return modelled(args.owners);
    default:
      return [];
  }
}

/** Those of the labels and repositories that are forks with an id. */
function modelled(owners: unknown): readonly ForkName[] {
  if (!Array.isArray(owners)) return [];
  return dialectIds.map((id) => ({ id, label: labelOf(id) })).filter(({ label }) => owners.includes(label));
}

export const forkFixes: Fixes<keyof typeof forkProblems> = {
  'fork/field-missing': 'author',
  'fork/field-bound': 'author',
  'fork/field-count': 'author',
  'fork/fields-exclude': removeIt,
  'fork/field-contradicts': 'several',
  'fork/bottom-size': 'elsewhere',
  'fork/bottoms-differ': 'elsewhere',
  'fork/order': soundly(removeIt),
  'fork/not-implemented': 'several',
  'fork/interp-size': 'author',
  'fork/reduction-size': 'author',
  'fork/filler-axes': 'several',
  'fork/filler-one-axis': 'several',
  'fork/filler-fans-differ': 'several',
  'fork/gabor-size': 'several',
  'fork/too-few-axes': 'elsewhere',
  'fork/empty-axis': 'elsewhere',
  'fork/pixel-shuffle': 'several',
  'fork/sampler-bound': 'author',
};

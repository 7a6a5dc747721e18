/** Fixes of layers of a fork, and of names that another Caffe has. */
import type { forkProblems } from '../../problems/fork';
import type { ForkName } from '../../schema/types';
import { dialectIds, labelOf } from '../../dialects/index';
import { writeSchema } from '../write-schema';
import type { Analysis } from '../../analysis/analysis';
import type { Problem } from '../../problems';
import type { Fix } from '../change';
import { removeIt, type Fixer, type Fixes } from './fixer';

/** Selects a Caffe that has the name as the dialect of the file. */
export const useOwner: Fixer = (analysis, problem) =>
  ownersOf(analysis, problem).map(
    ({ id, label }): Fix => ({
      id: 'use-schema',
      args: { label, schema: id },
      changes: writeSchema(analysis.tree, id),
      guess: 'value',
    }),
  );

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
  'fork/order': removeIt,
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

import type { fillerProblems } from '../../problems/filler';
import { formatNumber } from '../../numbers';
import { entryOf, num } from '../../schema/message';
import { fillerMeant } from './layer-types';
import { fillWith, messageAt, removeIt, type Fixer, type Fixes } from './fixer';

/** N(mean, 0) is the constant `mean`; a negative std can only be meant as its absolute value. */
const constantInstead: Fixer = (analysis, problem) => {
  const filler = messageAt(analysis, problem.span);
  if (!filler || num(filler, 'std') !== 0) return [];
  return fillWith({ type: 'constant', fields: { value: formatNumber(num(filler, 'mean')) } })(analysis, problem);
};

const swapRange: Fixer = (analysis, { span }) => {
  const filler = messageAt(analysis, span);
  const ends = filler && (['min', 'max'] as const).map((name) => entryOf(filler, name)?.valueNode);
  const [min, max] = ends ?? [];
  if (!min || !max) return [];
  const textOf = ({ start, end }: typeof min): string => analysis.text.slice(start, end);
  const changes = [
    { span: { start: min.start, end: min.end }, newText: textOf(max) },
    { span: { start: max.start, end: max.end }, newText: textOf(min) },
  ];
  return [
    { id: 'swap', args: { first: 'min', second: 'max' }, changes: changes.sort((a, b) => a.span.start - b.span.start) },
  ];
};

export const fillerFixes: Fixes<keyof typeof fillerProblems> = {
  'filler/unknown-type': fillerMeant,
  'filler/sparse-unsupported': removeIt,
  'filler/sparse-below': removeIt,
  // A `sparse` of all inputs or more makes every weight nonzero, as without the field.
  'filler/sparse-too-large': removeIt,
  'filler/range-reversed': swapRange,
  'filler/std-not-positive': constantInstead,
  'filler/bilinear-axes': 'several',
  'filler/bilinear-not-square': 'author',
  'filler/empty-blob': 'author',
  'filler/no-axes': 'several',
  'filler/rejected-later': 'author',
  'filler/dead-field': removeIt,
};

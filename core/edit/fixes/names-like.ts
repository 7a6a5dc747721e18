/** Known names that may have been meant by an unknown one. */
import type { Analysis } from '../../analysis/analysis';
import { argumentsOf, type Problem } from '../../problems';
import { solverTypes } from '../../solver/solver-type';
import { nearestFew } from '../../text/suggest';
import { entryAt, messageAt } from './fixer';
import { fillerOfOthers } from './layer-types';

/** More suggestions do not help. */
const few = 3;

/** The most likely first. */
export function namesLike(analysis: Analysis, problem: Problem): readonly string[] {
  const name = String(argumentsOf(problem)['name']);
  const other = kindOfName(problem) === 'filler-type' ? fillerOfOthers(analysis, name) : undefined;
  const near = nearestFew(name, candidatesFor(analysis, problem), few);
  return other === undefined ? near : [other, ...near.filter((each) => each !== other)];
}

function candidatesFor(analysis: Analysis, problem: Problem): Iterable<string> {
  const { span } = problem;
  const { layers, fillers, solver } = analysis.dialect;
  switch (kindOfName(problem)) {
    case 'layer-type':
      return layers.types;
    case 'filler-type':
      return fillers.types;
    case 'learning-policy':
      return solver.policies.types;
    case 'solver-type':
      return solverTypes;
    case 'value-of':
      return entryAt(analysis, span)?.entry.field.enumeration?.values.keys() ?? [];
    default:
      return messageAt(analysis, span)?.type.fields.keys() ?? [];
  }
}

function kindOfName(problem: Problem): string | undefined {
  const { what } = argumentsOf(problem);
  return typeof what === 'object' && what !== null && 'phrase' in what ? what.phrase : undefined;
}

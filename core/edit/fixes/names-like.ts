/** Known names that may have been meant by an unknown one. */
import type { Analysis } from '../../analysis/analysis';
import { argumentsOf, type Problem } from '../../problems';
import { solverTypes } from '../../solver/solver-type';
import { nearestFew } from '../../text/suggest';
import { entryAt, messageAt } from './fixer';

/** More suggestions do not help. */
const few = 3;

/** The most likely first. */
export function namesLike(analysis: Analysis, problem: Problem): readonly string[] {
  return nearestFew(String(argumentsOf(problem)['name']), candidatesFor(analysis, problem), few);
}

function candidatesFor(analysis: Analysis, problem: Problem): Iterable<string> {
  const { span } = problem;
  const { what } = argumentsOf(problem);
  const kind = typeof what === 'object' && what !== null && 'phrase' in what ? what.phrase : undefined;
  const { layers, fillers, solver } = analysis.dialect;
  switch (kind) {
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

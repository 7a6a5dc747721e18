/** Turns a problem into the sentence a person reads. */
import type { Problem, Related } from '../problems';
import { english } from './en';
import { fillIn } from './fill-in';
import type { Language } from './language';

export { fillIn };

/** The sentence of a problem, with what was meant where that can be told, and the states that have it where that isn't all. */
export function messageOf(problem: Problem, language: Language = english): string {
  const own = fillIn(language.problems[problem.code], problem.args, language.phrases);
  const sentence = problem.suggestion === undefined ? own : fillIn(language.suggested, { sentence: own, suggestion: problem.suggestion });
  return problem.states ? fillIn(language.inStates, { sentence, states: problem.states.join('; ') }) : sentence;
}

export function relatedMessageOf({ code, args }: Related, language: Language = english): string {
  return fillIn(language.related[code] ?? code, args, language.phrases);
}

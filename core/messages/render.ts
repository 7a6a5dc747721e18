/** Turns a problem into the sentence a person reads. */
import type { Code, Problem, Related } from '../problems';
import { english } from './en';
import { fillIn } from './fill-in';
import type { Language } from './language';

export { fillIn };

/** The sentence of a problem, with what was meant where that can be told, and the states that have it where that isn't all. */
export function messageOf(problem: Problem, language: Language = english): string {
  const own = fillIn(language.problems[problem.code], problem.args, language.phrases);
  const sentence =
    problem.suggestion === undefined
      ? own
      : fillIn(language.suggested, { sentence: own, suggestion: problem.suggestion });
  return problem.states ? fillIn(language.inStates, { sentence, states: problem.states.join('; ') }) : sentence;
}

/** What a code says of no problem in particular, with the names of what is filled in. */
export function generalMessageOf(code: Code, language: Language): string {
  return language.problems[code].replace(/\{\w+:[^|}]*\|([^|}]*)\}/g, '$1').replace(/\{(\w+)\}/g, '*$1*');
}

export function relatedMessageOf({ code, args }: Related, language: Language = english): string {
  return fillIn(language.related[code] ?? code, args, language.phrases);
}

/** Turns a problem into a sentence for a person. */
import { argumentsOf, kindOf, type Code, type Problem, type Related } from '../problems';
import { english } from './en';
import { fillIn } from './fill-in';
import type { Language } from './language';

export { fillIn };

/**
 * The sentence of a problem: what is wrong and what to do, the suggested name, Caffe's own words, and the states that
 * have the problem if not all do.
 */
export function messageOf(problem: Problem, language: Language = english): string {
  const { code, suggestion, states } = problem;
  const args = argumentsOf(problem);
  const { caffe } = kindOf(code);
  let sentence = fillIn(language.problems[code], args, language.phrases);
  if (suggestion !== undefined) sentence = fillIn(language.suggested, { sentence, suggestion });
  if (caffe !== undefined)
    sentence = fillIn(language.caffeSays, { sentence, words: fillIn(caffe, args, language.phrases) });
  return states ? fillIn(language.inStates, { sentence, states: states.join('; ') }) : sentence;
}

/** The sentence of a code without a particular problem, with the names of its arguments. */
export function generalMessageOf(code: Code, language: Language): string {
  const own = language.problems[code];
  const { caffe } = kindOf(code);
  const sentence = caffe === undefined ? own : fillIn(language.caffeSays, { sentence: own, words: caffe });
  return sentence.replace(/\{\w+:[^|}]*\|([^|}]*)\}/g, '$1').replace(/\{(\w+)\}/g, '*$1*');
}

export function relatedMessageOf({ code, args }: Related, language: Language = english): string {
  return fillIn(language.related[code], args, language.phrases);
}

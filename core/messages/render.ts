/** Turns a problem into a sentence for a person. */
import { argumentsOf, kindOf, type Code, type Phrase, type Problem, type Related } from '../problems';
import { english } from './en';
import { fillIn } from './fill-in';
import type { Language } from './language';
import { asMarkdown, inMarkdown, shown, type Markdown } from './shown';

export { fillIn };

/**
 * The sentence of a problem: what is wrong and what to do, the suggested name, Caffe's own words, and the states that
 * have the problem if not all do.
 */
export function messageOf(problem: Problem, language: Language = english): string {
  return messageWith(problem, language, shown);
}

/** The same in Markdown. */
export function messageInMarkdown(problem: Problem, language: Language): Markdown {
  return asMarkdown(messageWith(problem, language, (text) => inMarkdown(text).markdown));
}

function messageWith(problem: Problem, language: Language, put: (text: string) => string): string {
  const { code, suggestion, states } = problem;
  const args = argumentsOf(problem);
  const { caffe } = kindOf(code);
  const filled = (template: string, own: Parameters<typeof fillIn>[1]): string =>
    fillIn(template, own, language.phrases, put);
  let said = filled(language.problems[code], args);
  if (suggestion !== undefined) said = filled(language.suggested, { sentence: { said }, suggestion });
  if (caffe !== undefined)
    said = filled(language.caffeSays, { sentence: { said }, words: { said: filled(caffe, args) } });
  return states
    ? filled(language.inStates, {
        sentence: { said },
        states: { said: states.slice(0, mostStates).map(put).join('; ') },
      })
    : said;
}

/** Longer lists are cut. */
const mostStates = 20;

/** The sentence of a code without a particular problem, with the names of its arguments. */
export function generalMessageOf(code: Code, language: Language): string {
  const own = language.problems[code];
  const { caffe } = kindOf(code);
  const sentence =
    caffe === undefined ? own : fillIn(language.caffeSays, { sentence: { said: own }, words: { said: caffe } });
  // Markdown has no emphasis inside code, so code with an argument is emphasized as a whole.
  return sentence
    .replace(/\{\w+:[^|}]*\|([^|}]*)\}/g, '$1')
    .replace(/`[^`]*`/g, (code) => (/\{\w+\}/.test(code) ? `*${code.replace(/\{(\w+)\}/g, '$1')}*` : code))
    .replace(/\{(\w+)\}/g, '*$1*');
}

/** Words that are part of a sentence, on their own. */
export function phraseOf(phrase: Phrase, { phrases }: Language): string {
  return fillIn('{phrase}', { phrase }, phrases);
}

export function relatedMessageOf({ code, args }: Related, language: Language = english): string {
  return fillIn(language.related[code], args, language.phrases);
}

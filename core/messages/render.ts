/** Turns a problem into the sentence a person reads. */
import type { Problem, Related } from '../problems';
import { en } from './en';
import { related } from './en/related';
import { fillIn } from './fill-in';

export { fillIn };

/** The sentence of a problem, with the states that have it where that isn't all. */
export function messageOf(problem: Problem): string {
  const sentence = fillIn(en[problem.code], problem.args);
  return problem.states ? `${sentence} (${problem.states.join('; ')})` : sentence;
}

export function relatedMessageOf({ code, args }: Related): string {
  return fillIn(related[code] ?? code, args);
}

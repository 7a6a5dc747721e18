/** Turns a problem into the sentence a person reads. */
import type { Argument, Arguments, Problem, Related } from '../problems';
import { en } from './en';
import { related } from './en/related';

/** The sentence of a problem, with the states that have it where that isn't all. */
export function messageOf(problem: Problem): string {
  const sentence = fillIn(en[problem.code], problem.args);
  return problem.states ? `${sentence} (${problem.states.join('; ')})` : sentence;
}

export function relatedMessageOf({ code, args }: Related): string {
  return fillIn(related[code] ?? code, args);
}

/** An argument that is missing shows as its name in braces. */
export function fillIn(template: string, args: Arguments): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? show(args[name] ?? null) : whole));
}

function show(value: Argument): string {
  if (value === null) return '?';
  return Array.isArray(value) ? value.map((item) => item ?? '?').join(', ') : String(value);
}

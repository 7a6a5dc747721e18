/** Turns a problem into the sentence a person reads. */
import type { Argument, Arguments, Problem } from '../problems';
import { en } from './en';

/** The sentence of a problem; an argument that is missing shows as its name in braces. */
export function messageOf(problem: Problem): string {
  return fillIn(en[problem.code], problem.args);
}

export function fillIn(template: string, args: Arguments): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? show(args[name] ?? null) : whole));
}

function show(value: Argument): string {
  if (value === null) return '?';
  return Array.isArray(value) ? value.map((item) => item ?? '?').join(', ') : String(value);
}

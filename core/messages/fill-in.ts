/** Arguments in sentences. */
import type { Argument, Arguments } from '../problems';

/** An argument that is missing shows as its name in braces. */
export function fillIn(template: string, args: Arguments): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in args ? show(args[name] ?? null) : whole));
}

function show(value: Argument): string {
  if (value === null) return '?';
  return Array.isArray(value) ? value.map((item) => item ?? '?').join(', ') : String(value);
}

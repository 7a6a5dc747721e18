/** Fills arguments into sentences. */
import type { Argument, Arguments, englishPhrases } from '../problems';

type Phrases = Readonly<Record<keyof typeof englishPhrases, string>>;

/**
 * `{count} {count:value|values}` selects a word by the number. A missing argument is shown as its name in braces.
 * `phrases` are those of the language; only problems have phrase arguments.
 */
export function fillIn(template: string, args: Arguments, phrases?: Phrases): string {
  return template.replace(/\{(\w+)(?::([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    if (!(name in args)) return whole;
    const shown = show(args[name] ?? null, phrases);
    return one === undefined || many === undefined ? shown : shown === '1' ? one : many;
  });
}

function show(value: Argument, phrases: Phrases | undefined): string {
  if (value === null) return '?';
  if (typeof value !== 'object') return String(value);
  if ('phrase' in value) return fillIn(phrases?.[value.phrase] ?? value.phrase, value.args ?? {}, phrases);
  return value.map((item) => item ?? '?').join(', ');
}

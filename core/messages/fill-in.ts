/** Fills arguments into sentences. */
import type { Argument, englishPhrases } from '../problems';
import { asMarkdown, codeInMarkdown, inMarkdown, shown, type Markdown } from './shown';

/** A sentence of ours within another: it stays as it is. */
export interface Said {
  readonly said: string;
}

type Filled = Argument | Said;

type Phrases = Readonly<Record<keyof typeof englishPhrases, string>>;

/** `{count} {count:value|values}`: a word by the number. An argument that is missing shows as its name in braces. `phrases` are the language's own; only problems fill in such. Texts are cut and on one line: see `shown`. */
export function fillIn(
  template: string,
  args: Readonly<Record<string, Filled>>,
  phrases?: Phrases,
  put: (text: string) => string = shown,
): string {
  return template.replace(/\{(\w+)(?::([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    if (!(name in args)) return whole;
    const value = show(args[name] ?? null, phrases, put);
    return one === undefined || many === undefined ? value : value === '1' ? one : many;
  });
}

/** A sentence in Markdown: texts are escaped, between backticks as code, and Markdown stays as it is. */
export function fillInMarkdown(template: string, args: Readonly<Record<string, Argument | Markdown>>): Markdown {
  const said: Record<string, Filled> = {};
  for (const [name, value] of Object.entries(args)) said[name] = isMarkdown(value) ? { said: value.markdown } : value;
  const withCode = template.replace(/`\{(\w+)\}`/g, (whole, name: string) => {
    const value = args[name];
    if (typeof value !== 'string') return whole;
    said[`${name}_as_code`] = { said: codeInMarkdown(value).markdown };
    return `{${name}_as_code}`;
  });
  return asMarkdown(fillIn(withCode, said, undefined, (text) => inMarkdown(text).markdown));
}

function isMarkdown(value: Argument | Markdown): value is Markdown {
  return typeof value === 'object' && value !== null && 'markdown' in value;
}

/** More are too many to read. */
const mostItems = 50;

function show(value: Filled, phrases: Phrases | undefined, put: (text: string) => string): string {
  if (value === null) return '?';
  if (typeof value === 'string') return put(value);
  if (typeof value !== 'object') return String(value);
  if ('said' in value) return value.said;
  if ('phrase' in value) return fillIn(phrases?.[value.phrase] ?? value.phrase, value.args ?? {}, phrases, put);
  const items = value.slice(0, mostItems).map((item) => show(item, phrases, put));
  return [...items, ...(value.length > mostItems ? ['…'] : [])].join(', ');
}

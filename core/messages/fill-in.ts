/** Fills arguments into sentences. */
import type { Argument, englishPhrases } from '../problems';
import { asMarkdown, codeInMarkdown, inMarkdown, shown, type Markdown } from './shown';

/** A sentence of this project within another, which is inserted unchanged. */
export interface Said {
  readonly said: string;
}

type Filled = Argument | Said;

type Phrases = Readonly<Record<keyof typeof englishPhrases, string>>;

/**
 * `{count} {count:value|values}` selects a word by the number. A missing argument is shown as its name in braces.
 * `phrases` are those of the language; only problems have phrase arguments. Texts are shortened and put on one line:
 * see `shown`.
 */
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

/**
 * A sentence in Markdown: texts are escaped, or formatted as code between backticks, and Markdown is inserted
 * unchanged.
 */
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

/** Longer lists are cut. */
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

/** A language as a value that holds every sentence. Code that writes text for a person is given one. */
import type { english } from './en';
import { fillIn, fillInMarkdown } from './fill-in';
import { asMarkdown, type Markdown } from './shown';

type Docs = (own: string) => string | undefined;

/** The tables of English, with other words. */
export type Language = Words<typeof english>;

type Words<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends string
    ? string
    : Table[Name] extends Docs
      ? Docs
      : Name extends 'reasons'
        ? Readonly<Record<string, string>>
        : Words<Table[Name]>;
};

/**
 * The documentation of a field, message, enum value, layer type or filler type: `own` is the English Markdown in the
 * schema or rule.
 */
export function docOf({ docs }: Language, own: string): Markdown {
  return asMarkdown(docs(own) ?? own);
}

/** Returns a function that fills in the sentences of one table. */
export function say<Table extends Readonly<Record<string, string>>>(
  table: Table,
  sentence: keyof Table,
  args: Parameters<typeof fillIn>[1] = {},
): string {
  return fillIn(table[sentence] ?? '', args);
}

/** As `say`, for sentences in Markdown: see `fillInMarkdown`. */
export function sayMarkdown<Table extends Readonly<Record<string, string>>>(
  table: Table,
  sentence: keyof Table,
  args: Parameters<typeof fillInMarkdown>[1] = {},
): Markdown {
  return fillInMarkdown(table[sentence] ?? '', args);
}

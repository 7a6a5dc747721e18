/** A language as a value that holds every sentence. Code that writes text for a person is given one. */
import type { english } from './en';
import { fillIn } from './fill-in';

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
 * The documentation of a field, message, enum value, layer type or filler type: `own` is the English text in the schema
 * or rule.
 */
export function docOf({ docs }: Language, own: string): string {
  return docs(own) ?? own;
}

/** Returns a function that fills in the sentences of one table. */
export function say<Table extends Readonly<Record<string, string>>>(
  table: Table,
  sentence: keyof Table,
  args: Parameters<typeof fillIn>[1] = {},
): string {
  return fillIn(table[sentence] ?? '', args);
}

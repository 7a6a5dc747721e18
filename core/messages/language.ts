/** A language as a value: every sentence there is. Whoever speaks to a person is handed one. */
import type { english } from './en';
import { fillIn } from './fill-in';

type Docs = (own: string) => string | undefined;

/** The tables of English, with other words in them. */
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

/** What is said of a field, message, enum value, layer type or filler type: `own` is what the schema or the rule says itself, in English. */
export function docOf({ docs }: Language, own: string): string {
  return docs(own) ?? own;
}

/** Sentences of one table, filled in. */
export function say<Table extends Readonly<Record<string, string>>>(
  table: Table,
  sentence: keyof Table,
  args: Parameters<typeof fillIn>[1] = {},
): string {
  return fillIn(table[sentence] ?? '', args);
}

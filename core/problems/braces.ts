/**
 * The arguments of a sentence as types, parsed by the compiler from its braces: `{name}`, or a word selected by a
 * number, `{count:value|values}`.
 */

/** Names of all arguments. A lone brace, as in `"{"` or `layer { … }`, is text. */
export type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Inside}}${infer Rest}`
  ? NameIn<Inside> | NamesIn<Rest>
  : never;

type NameIn<Inside extends string> = Inside extends `${string}{${infer Last}`
  ? NameIn<Last>
  : Inside extends '' | `${' ' | '"'}${string}`
    ? never
    : Inside extends `${infer Name}:${string}`
      ? Name
      : Inside;

/** Names of the numbers that select a word. */
export type CountsIn<Sentence extends string> = Sentence extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}:${string}|${string}` ? NameIn<Name> : never) | CountsIn<Rest>
  : never;

/** Sentences of another language: each must contain every name in braces. A test checks that it contains no others. */
export type Holding<Names extends string> = [Names] extends [never] ? string : All<Names>;

type All<Names extends string> = (
  Names extends string
    ? (one: `${string}{${Names}}${string}`) => void
    : never
) extends (all: infer Every) => void
  ? Every
  : never;

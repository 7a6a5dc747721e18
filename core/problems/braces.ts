/** The arguments that a sentence fills in, read by the compiler from its braces: `{name}`, or a word by a number, `{count:value|values}`. */

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

/** Names of the numbers that a word goes by. */
export type CountsIn<Sentence extends string> = Sentence extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}:${string}|${string}` ? NameIn<Name> : never) | CountsIn<Rest>
  : never;

/** Sentences of another language: each holds every name in braces. That it holds no others is for a test to say. */
export type Holding<Names extends string> = [Names] extends [never] ? string : All<Names>;

type All<Names extends string> = (
  Names extends string
    ? (one: `${string}{${Names}}${string}`) => void
    : never
) extends (all: infer Every) => void
  ? Every
  : never;

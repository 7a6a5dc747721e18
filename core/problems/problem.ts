/**
 * What can be wrong with a text, as data. A problem is a code, a span and named arguments; the sentence that a person
 * reads is made from them in `core/messages`.
 */
import type { CountsIn, NamesIn } from './braces';
import type { phrases } from './phrases';
import type { related } from './related';
import type { ArgumentNames, Code, CountNames } from './table';

/** Half-open range of UTF-16 offsets into the document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number, or what stands in the text or in Caffe's own language: words of ours are a phrase. */
export type Argument = string | number | boolean | readonly (string | number | null)[] | Phrase | null;
export type Arguments = Readonly<Record<string, Argument>>;

/** Exactly these arguments; those that a word goes by are numbers, `null` where unknown. */
type Filling<Names extends string, Counts extends string> = [Names] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in Names]: Name extends Counts ? number | null : Argument };

/** Words within a sentence, which each language says in its own way. */
export type Phrase = { readonly [Name in keyof typeof phrases]: PhraseOf<Name> }[keyof typeof phrases];

type PhraseOf<Name extends keyof typeof phrases> = [NamesIn<(typeof phrases)[Name]>] extends [never]
  ? { readonly phrase: Name; readonly args?: never }
  : { readonly phrase: Name; readonly args: Filling<NamesIn<(typeof phrases)[Name]>, never> };

export type RelatedCode = keyof typeof related;

/** A second place that explains the first, e.g. the layer that made a blob. Its sentence is in `related.ts`. */
export type Related = { readonly [C in RelatedCode]: RelatedOf<C> }[RelatedCode];

interface RelatedOf<C extends RelatedCode> {
  readonly code: C;
  readonly span: Span;
  readonly args: Filling<NamesIn<(typeof related)[C]>, CountsIn<(typeof related)[C]>>;
  /** Present where `span` is in another file. */
  readonly elsewhere?: Elsewhere;
}

export interface Elsewhere {
  readonly uri: string;
  readonly text: string;
}

/** What the sentences of a code fill in. Of one of several codes, all that any of them needs. */
export type ArgumentsOf<C extends Code> = Filling<ArgumentNames<C>, CountNames<C>>;

/** The same without those that a helper gives itself. */
export type OtherArgumentsOf<C extends Code, Given extends string> = Filling<
  Exclude<ArgumentNames<C>, Given>,
  CountNames<C>
>;

/** What a problem says beside its code and arguments. */
interface Place {
  readonly span: Span;
  readonly related?: readonly Related[];
  /** The states that have the problem, where it isn't all that the file serves: `TRAIN`, `TEST, stage a`. */
  readonly states?: readonly string[];
  /** Data for quick fixes, e.g. the nearest name. */
  readonly suggestion?: string;
}

interface ProblemOf<C extends Code> extends Place {
  readonly code: C;
  readonly args: ArgumentsOf<C>;
}

/** A problem of any kind, or of these kinds alone: its code decides which arguments it has. */
export type Problem<C extends Code = Code> = { readonly [One in C]: ProblemOf<One> }[C];

// Where a code is known only at run time, the compiler would compare each kind with each other: these functions spare it that.

/** For a code that is known only where this is called; elsewhere a literal is checked as well. */
export function problemAt<C extends Code>(code: C, span: Span, args: ArgumentsOf<C>): Problem {
  return { code, span, args } as unknown as Problem;
}

/** A problem that no part of a text shows. */
export function placeless<C extends Code>(code: C, args: ArgumentsOf<C>): Problem {
  return problemAt(code, { start: 0, end: 0 }, args);
}

/** The same problem at another place, in some states, or with a second place. */
export function placed(problem: Problem, place: Partial<Place>): Problem {
  return { ...(problem as unknown as Place), ...place } as unknown as Problem;
}

/** The problem with the name that is meant, where one is near. */
export function suggesting(problem: Problem, suggestion: string | undefined): Problem {
  return suggestion === undefined ? problem : placed(problem, { suggestion });
}

/** The arguments by their names, whatever the code. */
export function argumentsOf(problem: Problem): Arguments {
  return (problem as unknown as { readonly args: Arguments }).args;
}

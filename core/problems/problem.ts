/**
 * Problems of a text, as data. A problem is a code, a span and named arguments; `core/messages` makes the sentence that
 * a person reads.
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

/**
 * A number, or a string from the text or from Caffe's own language; words of this project are a phrase, so that they
 * are translated.
 */
export type Argument = string | number | boolean | readonly (string | number | null)[] | Phrase | null;
export type Arguments = Readonly<Record<string, Argument>>;

/** Exactly these arguments; those that select a word are numbers, `null` where unknown. */
type Filling<Names extends string, Counts extends string> = [Names] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in Names]: Name extends Counts ? number | null : Argument };

/** Words within a sentence, which each language translates. */
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

/** The arguments of a code's sentences. For a union of codes, all that any of them needs. */
export type ArgumentsOf<C extends Code> = Filling<ArgumentNames<C>, CountNames<C>>;

/** The arguments without those that a helper adds itself. */
export type OtherArgumentsOf<C extends Code, Given extends string> = Filling<
  Exclude<ArgumentNames<C>, Given>,
  CountNames<C>
>;

/** The parts of a problem besides its code and arguments. */
interface Place {
  readonly span: Span;
  readonly related?: readonly Related[];
  /** The states that have the problem, where not all that the file serves do: `TRAIN`, `TEST, stage a`. */
  readonly states?: readonly string[];
  /** Data for quick fixes, e.g. the nearest name. */
  readonly suggestion?: string;
}

interface ProblemOf<C extends Code> extends Place {
  readonly code: C;
  readonly args: ArgumentsOf<C>;
}

/** A problem of any kind, or of these kinds only: its code determines its arguments. */
export type Problem<C extends Code = Code> = { readonly [One in C]: ProblemOf<One> }[C];

// For a code that is only known at run time the compiler would compare every pair of kinds; these functions avoid that.

/** For a code that is known only at the call; a literal is checked everywhere. */
export function problemAt<C extends Code>(code: C, span: Span, args: ArgumentsOf<C>): Problem {
  return { code, span, args } as unknown as Problem;
}

/** A problem without a place in the text. */
export function placeless<C extends Code>(code: C, args: ArgumentsOf<C>): Problem {
  return problemAt(code, { start: 0, end: 0 }, args);
}

/** The same problem at another span, in some states, or with a related place. */
export function placed(problem: Problem, place: Partial<Place>): Problem {
  return { ...(problem as unknown as Place), ...place } as unknown as Problem;
}

/** The problem with the suggested name, if there is one. */
export function suggesting(problem: Problem, suggestion: string | undefined): Problem {
  return suggestion === undefined ? problem : placed(problem, { suggestion });
}

/** The arguments by name, for any code. */
export function argumentsOf(problem: Problem): Arguments {
  return (problem as unknown as { readonly args: Arguments }).args;
}

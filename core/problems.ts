/**
 * What can be wrong with a text, as data. A problem is a code, a span and named arguments; the sentence that a person
 * reads is made from them in `core/messages`.
 */

import type { Code } from './codes';
import type { PhraseName } from './codes/phrases';

export type { Code, Severity } from './codes';

/** Half-open range of UTF-16 offsets into the document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A number, or what stands in the text or in Caffe's own language: words of ours are a phrase. */
export type Argument = string | number | boolean | readonly (string | number | null)[] | Phrase | null;
export type Arguments = Readonly<Record<string, Argument>>;

/** Words within a sentence, which each language says in its own way. */
export interface Phrase {
  readonly phrase: PhraseName;
  readonly args?: Arguments;
}

/** A second place that explains the first, e.g. the layer that made a blob. `code` is a key of `messages/en/related.ts`. */
export interface Related {
  readonly code: string;
  readonly span: Span;
  readonly args: Arguments;
  /** Present where `span` is in another file. */
  readonly elsewhere?: Elsewhere;
}

export interface Elsewhere {
  readonly uri: string;
  readonly text: string;
}

export interface Problem {
  readonly code: Code;
  readonly span: Span;
  readonly args: Arguments;
  readonly related?: readonly Related[];
  /** The states that have the problem, where it isn't all that the file serves: `TRAIN`, `TEST, stage a`. */
  readonly states?: readonly string[];
  /** Data for quick fixes, e.g. the nearest name. */
  readonly suggestion?: string;
}

/** A problem that no part of a text shows. */
export function placeless(code: Code, args: Arguments): Problem {
  return { code, span: { start: 0, end: 0 }, args };
}

/** The problem with the name that is meant, where one is near. */
export function suggesting(problem: Problem, suggestion: string | undefined): Problem {
  return suggestion === undefined ? problem : { ...problem, suggestion };
}

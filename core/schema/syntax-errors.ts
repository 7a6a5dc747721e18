/** Where the parser reported problems, for the binder: which messages are damaged, which values can't be read. */
import { firstIndexOf } from '../lists';
import type { Code, Problem, Span } from '../problems';

/** Codes for a token that can't be read, rather than one in the wrong place. */
const spoiling: ReadonlySet<Code> = new Set<Code>([
  'syntax/bad-escape',
  'syntax/bad-number',
  'syntax/number-then-letter',
  'syntax/quote-in-string',
  'syntax/string-not-closed',
  'syntax/string-not-opened',
]);

/** Codes reported at a name that may not be meant as one. */
const doubting: ReadonlySet<Code> = new Set<Code>([
  'syntax/expected-bracket',
  'syntax/expected-colon',
  'syntax/expected-value',
]);

export class SyntaxErrors {
  readonly #all: readonly number[];
  readonly #spoiling: readonly number[];
  readonly #doubting: ReadonlySet<number>;

  /** The problems, in text order. */
  constructor(problems: readonly Problem[]) {
    this.#all = problems.map(({ span }) => span.start);
    this.#doubting = new Set(problems.filter(({ code }) => doubting.has(code)).map(({ span }) => span.start));
    this.#spoiling = problems.filter(({ code }) => spoiling.has(code)).map(({ span }) => span.start);
  }

  /** True if something is missing before or after the name that begins there. */
  doubts(start: number): boolean {
    return this.#doubting.has(start);
  }

  isWithin(span: Span): boolean {
    return hasBetween(this.#all, span);
  }

  makesUnreadable(span: Span): boolean {
    return hasBetween(this.#spoiling, span);
  }
}

/** True if one of the ascending offsets is in the span. */
function hasBetween(offsets: readonly number[], { start, end }: Span): boolean {
  const first = offsets[firstIndexOf(offsets, (offset) => offset >= start)];
  return first !== undefined && first < end;
}

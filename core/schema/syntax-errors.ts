/** Where the parser reported something, for the binder: which messages are damaged, which values can't be read. */
import { firstIndexOf } from '../lists';
import type { Code, Problem, Span } from '../problems';

/** Codes that say that a token can't be read, not only that it stands in a wrong place. */
const spoiling: ReadonlySet<Code> = new Set<Code>([
  'syntax/bad-escape',
  'syntax/bad-number',
  'syntax/number-then-letter',
  'syntax/string-not-closed',
]);

export class SyntaxErrors {
  readonly #all: readonly number[];
  readonly #spoiling: readonly number[];

  /** The problems in the order of the text. */
  constructor(problems: readonly Problem[]) {
    this.#all = problems.map(({ span }) => span.start);
    this.#spoiling = problems.filter(({ code }) => spoiling.has(code)).map(({ span }) => span.start);
  }

  isWithin(span: Span): boolean {
    return hasBetween(this.#all, span);
  }

  spoil(span: Span): boolean {
    return hasBetween(this.#spoiling, span);
  }
}

/** True if one of the ascending offsets is in the span. */
function hasBetween(offsets: readonly number[], { start, end }: Span): boolean {
  const first = offsets[firstIndexOf(offsets, (offset) => offset >= start)];
  return first !== undefined && first < end;
}

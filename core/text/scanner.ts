/**
 * Tokens of the text format, as in libprotobuf's tokenizer (tokenizer.cc with `#` comments and `f` after floats). A
 * scanner holds one token at a time in its fields, without token objects. Errors after which the tokenizer continues
 * are reported here; scanning never aborts.
 */
import { placed, problemAt, type ArgumentsOf, type Code, type Problem, type Related, type Span } from '../problems';
import {
  belongs,
  whitespace,
  Char,
  classes,
  digit,
  endOfComment,
  hexDigit,
  letter,
  octalDigit,
  simpleEscape,
  skip,
  word,
} from './characters';
import { shortened } from './found';
import { lastCodePoint } from './literals';
import { endBeforeName, endOfUnclosed, goesOn } from './unclosed-string';

export const enum Token {
  End,
  Identifier,
  Integer,
  Float,
  String,
  Symbol,
}

export const maxProblems = 1000;
const internSlots = 512;

export class Scanner {
  kind: Token = Token.End;
  start = 0;
  end = 0;
  /** Offset of the first character of the token's line. */
  lineStart = 0;
  /** Where the previous token ended. */
  previousEnd = 0;
  readonly comments: Span[] = [];
  readonly problems: Problem[] = [];
  readonly #names: (string | undefined)[] = new Array<string | undefined>(internSlots).fill(undefined);
  #previousKind: Token = Token.End;
  #hash = 0;
  /** The start of the token that already has a problem. */
  #reported = -1;
  /** True if reported characters that belong to no token precede the token. */
  #junkBefore = false;

  constructor(readonly text: string) {
    if (text.charCodeAt(0) === Char.ByteOrderMark) {
      this.report('syntax/byte-order-mark', 0, 1, {});
      this.previousEnd = this.end = 1;
    }
    this.next();
  }

  /** True at the symbol. */
  at(symbol: Char): boolean {
    return this.kind === Token.Symbol && this.text.charCodeAt(this.start) === symbol;
  }

  /** A comparison as a call, so that the compiler does not assume the kind unchanged by `next()`. */
  is(kind: Token): boolean {
    return this.kind === kind;
  }

  /** True if the token is the first of its line. */
  get startsLine(): boolean {
    return this.previousEnd <= this.lineStart;
  }

  /** The identifier's spelling, interned: the same string object for the same name. */
  name(): string {
    const slot = this.#hash & (internSlots - 1);
    const kept = this.#names[slot];
    if (kept !== undefined && kept.length === this.end - this.start && isAt(this.text, kept, this.start)) return kept;
    const name = this.text.slice(this.start, this.end);
    this.#names[slot] = name;
    return name;
  }

  /**
   * Reports a problem with the token as a whole, unless one was reported already for it, or for characters before it.
   */
  reportToken<C extends Code>(code: C, args: ArgumentsOf<C>, related?: readonly Related[]): void {
    if (this.#reported === this.start || this.#junkBefore) return;
    this.#reported = this.start;
    this.report(code, this.start, this.end, args, related);
  }

  /** Replaces the scanner's own problem with the token by this one. */
  reportInstead<C extends Code>(code: C, start: number, args: ArgumentsOf<C>): void {
    if (this.#reported !== this.start || this.problems.length > maxProblems) return;
    this.problems.pop();
    this.report(code, start, this.end, args);
  }

  /** Reports at most `maxProblems`, then one that says so. */
  report<C extends Code>(
    code: C,
    start: number,
    end: number,
    args: ArgumentsOf<C>,
    related?: readonly Related[],
  ): void {
    const { problems } = this;
    if (problems.length < maxProblems) {
      const problem = problemAt(code, { start, end }, args);
      problems.push(related ? placed(problem, { related }) : problem);
    } else if (problems.length === maxProblems) {
      problems.push({ code: 'syntax/too-many-problems', span: { start, end }, args: { limit: maxProblems } });
    }
  }

  /** Offset of the first character from `from` on that is neither whitespace nor in a comment. */
  offsetAfter(from: number): number {
    let i = skip(this.text, from, whitespace);
    while (this.text.charCodeAt(i) === Char.Hash) i = skip(this.text, endOfComment(this.text, i), whitespace);
    return i;
  }

  /** The first character from `from` on that is not whitespace, if it is on the same line; NaN otherwise. */
  characterOnLine(from: number): number {
    const { text } = this;
    let i = from;
    let c = text.charCodeAt(i);
    while (c === Char.Space || c === Char.Tab || c === Char.CarriageReturn) c = text.charCodeAt(++i);
    return c === Char.LineFeed || c === Char.Hash ? NaN : c;
  }

  /** Advances to the next token. */
  next(): void {
    const { text } = this;
    // After the end is the end again: `previousEnd` stays that of the last token.
    if (this.kind === Token.End && this.start === text.length) return;
    this.#previousKind = this.kind;
    this.previousEnd = this.end;
    this.#junkBefore = false;
    let i = this.end;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === Char.Space) i++;
      else if (c === Char.LineFeed) this.lineStart = ++i;
      else if (c < 128) {
        const bits = classes[c] as number;
        if ((bits & whitespace) !== 0) i++;
        else if (c === Char.Hash) i = this.#comment(i);
        else if (c < Char.Space) i = this.#controlCharacters(i);
        else return this.#token(i, c, bits);
      } else if (i < text.length) i = this.#nonAscii(i);
      else {
        this.kind = Token.End;
        this.start = this.end = text.length;
        return;
      }
    }
  }

  #token(at: number, c: number, bits: number): void {
    this.start = at;
    if ((bits & letter) !== 0) this.#identifier(at, c);
    else if ((bits & digit) !== 0) this.#number(at);
    else if (c === Char.DoubleQuote || c === Char.SingleQuote) this.#string(at, c);
    else if (c === Char.Point && belongs(this.text.charCodeAt(at + 1), digit)) this.#pointNumber(at);
    else {
      this.kind = Token.Symbol;
      this.end = at + 1;
    }
  }

  #comment(from: number): number {
    const end = endOfComment(this.text, from);
    this.comments.push({ start: from, end: this.text.charCodeAt(end - 1) === Char.CarriageReturn ? end - 1 : end });
    return end;
  }

  #identifier(from: number, first: number): void {
    const { text } = this;
    let i = from;
    let hash = 0;
    let c = first;
    do {
      hash = (Math.imul(hash, 31) + c) | 0;
      c = text.charCodeAt(++i);
    } while (c < 128 && ((classes[c] as number) & word) !== 0);
    this.#hash = hash ^ (hash >>> 9);
    this.kind = Token.Identifier;
    this.end = i;
  }

  #pointNumber(from: number): void {
    if (this.#previousKind === Token.Identifier && this.previousEnd === from) {
      this.#complain('syntax/name-then-point', from, from + 1, {});
    }
    this.#number(from);
  }

  #number(from: number): void {
    const { text } = this;
    this.kind = Token.Integer;
    const isZero = text.charCodeAt(from) === Char.Zero;
    if (isZero && isLetterOf('x', text.charCodeAt(from + 1))) {
      this.end = skip(text, from + 2, hexDigit);
      if (this.end === from + 2) this.#badNumber();
    } else if (isZero && belongs(text.charCodeAt(from + 1), digit)) {
      this.end = skip(text, from, digit);
      if (skip(text, from, octalDigit) < this.end) this.#badNumber();
    } else this.#decimal(from);
    const c = text.charCodeAt(this.end);
    if (belongs(c, letter)) this.#letterAfterNumber(this.end);
    else if (c === Char.Point) {
      while (text.charCodeAt(this.end) === Char.Point) this.end = skip(text, this.end + 1, digit);
      this.#badNumber();
    }
  }

  #decimal(from: number): void {
    const { text } = this;
    let i = skip(text, from, digit);
    if (text.charCodeAt(i) === Char.Point) {
      this.kind = Token.Float;
      i = skip(text, i + 1, digit);
    }
    let hasExponent = true;
    if (isLetterOf('e', text.charCodeAt(i))) {
      this.kind = Token.Float;
      const c = text.charCodeAt(++i);
      if (c === Char.Plus || c === Char.Minus) i++;
      const end = skip(text, i, digit);
      hasExponent = end > i;
      i = end;
    }
    // In `224force_backward` libprotobuf includes the `f` in the number; in either reading a space is missing.
    if (isLetterOf('f', text.charCodeAt(i)) && !belongs(text.charCodeAt(i + 1), word)) {
      this.kind = Token.Float;
      i++;
    }
    this.end = i;
    if (!hasExponent) this.#badNumber();
  }

  /** `20kernel_size: 5` continues with the name; in `5x` the letter belongs to nothing and is skipped. */
  #letterAfterNumber(at: number): void {
    const { text } = this;
    const end = skip(text, at, word);
    this.#complain('syntax/number-then-letter', at, end, { found: shortened(text, at, end) });
    const c = text.charCodeAt(this.offsetAfter(end));
    if (c !== Char.Colon && c !== Char.OpenBrace && c !== Char.OpenAngle) this.end = end;
  }

  #badNumber(): void {
    const { text, start, end } = this;
    this.#complain('syntax/bad-number', start, end, { found: shortened(text, start, end) });
  }

  #string(from: number, quote: number): void {
    const { text } = this;
    this.kind = Token.String;
    let i = from + 1;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === quote) {
        const meant = endBeforeName(text, from, i);
        if (meant < 0 && goesOn(text, i)) {
          this.#complain('syntax/quote-in-string', i, i + 1, {});
          i++;
          continue;
        }
        this.end = meant < 0 ? i + 1 : meant;
        if (meant < 0) return;
        return this.#complain('syntax/string-not-closed', from, meant, { quote: String.fromCharCode(quote) });
      }
      if (c === Char.Backslash) i = this.#escape(i);
      else if (c === Char.LineFeed || c === 0 || i >= text.length) {
        this.end = endOfUnclosed(
          text,
          from,
          c === Char.LineFeed && i > from + 1 && text.charCodeAt(i - 1) === Char.CarriageReturn ? i - 1 : i,
        );
        this.#complain('syntax/string-not-closed', from, this.end, { quote: String.fromCharCode(quote) });
        return;
      } else i++;
    }
  }

  /** From the backslash to after the escaped characters. */
  #escape(at: number): number {
    const { text } = this;
    const c = text.charCodeAt(at + 1);
    if (belongs(c, simpleEscape | octalDigit)) return at + 2;
    let end = at + 2;
    if (c === Char.SmallX) {
      if (belongs(text.charCodeAt(end), hexDigit)) return end;
    } else if (c === Char.SmallU || c === Char.CapitalU) {
      const nDigits = c === Char.SmallU ? 4 : 8;
      end = Math.min(skip(text, end, hexDigit), end + nDigits);
      if (end === at + 2 + nDigits && parseInt(text.slice(at + 2, end), 16) <= lastCodePoint) return end;
    } else if (c === Char.LineFeed || c === 0 || Number.isNaN(c)) end = at + 1;
    this.#complain('syntax/bad-escape', at, end, { found: text.slice(at, end) });
    return end;
  }

  #controlCharacters(from: number): number {
    const { text } = this;
    let i = from;
    while (text.charCodeAt(i) < Char.Space && !belongs(text.charCodeAt(i), whitespace)) i++;
    this.#junkBefore = true;
    this.report('syntax/control-character', from, i, { code: hexCode(text.charCodeAt(from)) });
    return i;
  }

  #nonAscii(from: number): number {
    const { text } = this;
    let i = from;
    while (text.charCodeAt(i) >= 128) i++;
    this.#junkBefore = true;
    this.report('syntax/non-ascii', from, i, {
      found: shortened(text, from, i),
      code: hexCode(text.codePointAt(from) ?? 0),
    });
    return i;
  }

  /** Reports a problem inside the token being scanned. */
  #complain<C extends Code>(code: C, start: number, end: number, args: ArgumentsOf<C>): void {
    this.#reported = this.start;
    this.report(code, start, end, args);
  }
}

/** Faster than `startsWith` for short names. */
function isAt(text: string, name: string, at: number): boolean {
  for (let i = 0; i < name.length; i++) if (text.charCodeAt(at + i) !== name.charCodeAt(i)) return false;
  return true;
}

/** The letter in lower or upper case. */
function isLetterOf(lower: string, c: number): boolean {
  return (c | 32) === lower.charCodeAt(0);
}

function hexCode(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/**
 * Tokens of the text format, as libprotobuf's tokenizer cuts them (tokenizer.cc with `#` comments and `f` after floats).
 * One scanner holds one token at a time in its fields: no token objects. What the tokenizer complains of and goes on after
 * is reported here; it never stops.
 */
import type { Arguments, Code, Problem, Related, Span } from '../problems';

export const enum Token {
  End,
  Identifier,
  Integer,
  Float,
  String,
  Symbol,
}

const maxProblems = 1000;
const internSlots = 512;

export class Scanner {
  kind: Token = Token.End;
  start = 0;
  end = 0;
  /** Offset of the first character of the token's line. */
  lineStart = 0;
  /** Where the token before this one ended. */
  previousEnd = 0;
  readonly comments: Span[] = [];
  readonly problems: Problem[] = [];
  readonly #names: (string | undefined)[] = new Array<string | undefined>(internSlots).fill(undefined);
  #previousKind: Token = Token.End;
  #hash = 0;

  constructor(readonly text: string) {
    if (text.charCodeAt(0) === 0xfeff) {
      this.report('syntax/byte-order-mark', 0, 1, {});
      this.end = 1;
    }
    this.next();
  }

  /** The character of a Symbol token, -1 for any other token. */
  get symbol(): number {
    return this.kind === Token.Symbol ? this.text.charCodeAt(this.start) : -1;
  }

  is(kind: Token): boolean {
    return this.kind === kind;
  }

  /** True at a Symbol token of this character. */
  at(character: number): boolean {
    return this.kind === Token.Symbol && this.text.charCodeAt(this.start) === character;
  }

  /** True if the token is the first of its line. */
  get startsLine(): boolean {
    return this.previousEnd <= this.lineStart;
  }

  /** The identifier's spelling, the same string object for the same name. */
  name(): string {
    const slot = this.#hash & (internSlots - 1);
    const kept = this.#names[slot];
    if (kept !== undefined && kept.length === this.end - this.start && this.text.startsWith(kept, this.start)) return kept;
    const name = this.text.slice(this.start, this.end);
    this.#names[slot] = name;
    return name;
  }

  /** At most `maxProblems`, then one that says so. */
  report(code: Code, start: number, end: number, args: Arguments, related?: readonly Related[]): void {
    const { problems } = this;
    if (problems.length < maxProblems) problems.push({ code, span: { start, end }, args, ...(related ? { related } : {}) });
    else if (problems.length === maxProblems) {
      problems.push({ code: 'syntax/too-many-problems', span: { start, end }, args: { limit: maxProblems } });
    }
  }

  /** The first character after `from` that is neither blank nor comment; NaN at the end. */
  characterAfter(from: number): number {
    const { text } = this;
    let i = from;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === 35) {
        i = endOfComment(text, i);
      } else if (!isBlank(c)) return c;
      else i++;
    }
  }

  /** The first character after `from` that is no blank, if it is on the same line; NaN otherwise. */
  characterOnLine(from: number): number {
    let i = from;
    for (let c = this.text.charCodeAt(i); c === 32 || c === 9 || c === 13; c = this.text.charCodeAt(++i));
    const c = this.text.charCodeAt(i);
    return c === 10 || c === 35 ? NaN : c;
  }

  /** Moves to the next token. */
  next(): void {
    const { text } = this;
    this.#previousKind = this.kind;
    this.previousEnd = this.end;
    let i = this.end;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === 32 || c === 9 || c === 13 || c === 11 || c === 12) i++;
      else if (c === 10) this.lineStart = ++i;
      else if (c === 35) {
        const end = endOfComment(text, i);
        this.comments.push({ start: i, end: end > i && text.charCodeAt(end - 1) === 13 ? end - 1 : end });
        i = end;
      } else if (i >= text.length) {
        this.kind = Token.End;
        this.start = this.end = text.length;
        return;
      } else if (c < 32) i = this.#controlCharacters(i);
      else if (c >= 128) i = this.#nonAscii(i);
      else {
        this.start = i;
        if (isLetter(c)) this.#identifier(i);
        else if (isDigit(c)) this.#number(i);
        else if (c === 46 && isDigit(text.charCodeAt(i + 1))) this.#pointNumber(i);
        else if (c === 34 || c === 39) this.#string(i, c);
        else {
          this.kind = Token.Symbol;
          this.end = i + 1;
        }
        return;
      }
    }
  }

  #identifier(from: number): void {
    const { text } = this;
    let i = from;
    let hash = 0;
    for (let c = text.charCodeAt(i); isLetter(c) || isDigit(c); c = text.charCodeAt(++i)) hash = (Math.imul(hash, 31) + c) | 0;
    this.#hash = hash ^ (hash >>> 9);
    this.kind = Token.Identifier;
    this.end = i;
  }

  #pointNumber(from: number): void {
    if (this.#previousKind === Token.Identifier && this.previousEnd === from) {
      this.report('syntax/name-then-point', from, from + 1, {});
    }
    this.#number(from);
  }

  #number(from: number): void {
    const { text } = this;
    const hex = text.charCodeAt(from) === 48 && (text.charCodeAt(from + 1) | 32) === 120;
    const octal = !hex && text.charCodeAt(from) === 48 && isDigit(text.charCodeAt(from + 1));
    let i = from;
    let float = false;
    if (hex) {
      i = skipWhile(text, from + 2, isHexDigit);
      if (i === from + 2) this.#badNumber(from, i);
    } else if (octal) {
      i = skipWhile(text, from, isDigit);
      if (skipWhile(text, from, isOctalDigit) < i) this.#badNumber(from, i);
    } else {
      i = skipWhile(text, i, isDigit);
      if (text.charCodeAt(i) === 46) {
        float = true;
        i = skipWhile(text, i + 1, isDigit);
      }
      if ((text.charCodeAt(i) | 32) === 101) {
        float = true;
        i++;
        if (text.charCodeAt(i) === 43 || text.charCodeAt(i) === 45) i++;
        const digits = i;
        i = skipWhile(text, i, isDigit);
        if (i === digits) this.#badNumber(from, i);
      }
      if ((text.charCodeAt(i) | 32) === 102) {
        float = true;
        i++;
      }
    }
    this.kind = float ? Token.Float : Token.Integer;
    this.end = i;
    const c = text.charCodeAt(i);
    if (isLetter(c)) this.#letterAfterNumber(i);
    else if (c === 46) {
      this.end = skipWhile(text, i, (d) => d === 46 || isDigit(d));
      this.#badNumber(from, this.end);
    }
  }

  /** `20kernel_size: 5` goes on with the name; in `5x` the letter belongs to nothing and is passed over. */
  #letterAfterNumber(at: number): void {
    const { text } = this;
    const end = skipWhile(text, at, (c) => isLetter(c) || isDigit(c));
    this.report('syntax/number-then-letter', at, end, { found: text.slice(at, Math.min(end, at + 40)) });
    const c = this.characterAfter(end);
    if (c !== 58 && c !== 123 && c !== 60) this.end = end;
  }

  #badNumber(start: number, end: number): void {
    this.report('syntax/bad-number', start, end, { found: this.text.slice(start, Math.min(end, start + 40)) });
  }

  #string(from: number, quote: number): void {
    const { text } = this;
    this.kind = Token.String;
    let i = from + 1;
    for (;;) {
      const c = text.charCodeAt(i);
      if (c === quote) {
        this.end = i + 1;
        return;
      }
      if (c === 92) i = this.#escape(i);
      else if (c === 10 || c === 0 || i >= text.length) {
        this.end = i > from + 1 && text.charCodeAt(i - 1) === 13 && c === 10 ? i - 1 : i;
        this.report('syntax/string-not-closed', from, this.end, { quote: String.fromCharCode(quote) });
        return;
      } else i++;
    }
  }

  /** From the backslash to behind what it escapes. */
  #escape(at: number): number {
    const { text } = this;
    const c = text.charCodeAt(at + 1);
    if (isSimpleEscape(c) || isOctalDigit(c)) return at + 2;
    let end = at + 2;
    if (c === 120) {
      if (isHexDigit(text.charCodeAt(end))) return end;
    } else if (c === 117) {
      end = skipWhile(text.slice(end, end + 4), 0, isHexDigit) + end;
      if (end === at + 6) return end;
    } else if (c === 85) {
      end = skipWhile(text.slice(end, end + 8), 0, isHexDigit) + end;
      if (end === at + 10 && parseInt(text.slice(at + 2, end), 16) <= 0x10ffff) return end;
    } else if (c === 10 || c === 0 || Number.isNaN(c)) end = at + 1;
    this.report('syntax/bad-escape', at, end, { found: text.slice(at, end) });
    return end;
  }

  #controlCharacters(from: number): number {
    const { text } = this;
    const end = skipWhile(text, from, (c) => c < 32 && !isBlank(c));
    this.report('syntax/control-character', from, end, { code: hexCode(text.charCodeAt(from)) });
    return end;
  }

  #nonAscii(from: number): number {
    const { text } = this;
    const end = skipWhile(text, from, (c) => c >= 128);
    const found = text.codePointAt(from) ?? 0;
    this.report('syntax/non-ascii', from, end, { found: text.slice(from, Math.min(end, from + 20)), code: hexCode(found) });
    return end;
  }
}

/** Blanks end nothing; a lone CR is one, as for libprotobuf. */
function isBlank(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

export function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
}

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isOctalDigit(c: number): boolean {
  return c >= 48 && c <= 55;
}

function isHexDigit(c: number): boolean {
  return isDigit(c) || ((c | 32) >= 97 && (c | 32) <= 102);
}

/** a b f n r t v \ ? ' " */
function isSimpleEscape(c: number): boolean {
  switch (c) {
    case 97: case 98: case 102: case 110: case 114: case 116: case 118: case 92: case 63: case 39: case 34:
      return true;
    default:
      return false;
  }
}

function skipWhile(text: string, from: number, belongs: (c: number) => boolean): number {
  let i = from;
  while (i < text.length && belongs(text.charCodeAt(i))) i++;
  return i;
}

/** Where the comment that begins at `from` ends: at the line break, or at a NUL, which ends it for libprotobuf too. */
function endOfComment(text: string, from: number): number {
  let i = from;
  for (let c = text.charCodeAt(i); c !== 10 && c !== 0 && i < text.length; c = text.charCodeAt(++i));
  return i;
}

function hexCode(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

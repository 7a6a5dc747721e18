/** The tokens of a proto file, with the comments around them. Time is linear in the length of any text. */
import type { Phrase } from '../../problems';

export type TokenKind = 'name' | 'number' | 'string' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; for a string without its quotes and with escapes decoded. */
  readonly text: string;
  /** Counted from 0, as all lines here. */
  readonly line: number;
  /** The comment directly above, on lines of its own; empty for none. */
  readonly above: string;
  /** The comment that begins on the line where the previous token ends; empty for none. */
  readonly afterLast: string;
}

/** An error in a proto. `line` counts from 0. */
export class ProtoError extends Error {
  constructor(
    readonly line: number,
    readonly reason: Phrase,
  ) {
    super(reason.phrase);
  }
}

/** Longer names are rejected, since types are looked up scope by scope. */
const longestName = 200;

const space = /[^\S\n]*/y;
/** Names may contain dots: `caffe.FillerParameter`, `.caffe.Phase`. */
const name = /\.?[A-Za-z_][\w.]*/y;
const number = /\.?\d(?:[eE][+-]|[\w.])*/y;
const plainPart = /[^"'\\\n]*/y;
const escape = /\\(?:([0-7]{1,3})|[xX]([\da-fA-F]{1,2})|([^]))/y;

export class Tokens {
  readonly #text: string;
  #at = 0;
  #line = 0;
  #peeked: Token | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** After the end it returns the end again. */
  next(): Token {
    const token = this.peek();
    this.#peeked = undefined;
    return token;
  }

  peek(): Token {
    return (this.#peeked ??= this.#read());
  }

  /** Consumes the next token if it is that symbol or name; true if so. */
  takes(text: string): boolean {
    const { kind, text: found } = this.peek();
    if (found !== text || kind === 'string' || kind === 'end') return false;
    this.next();
    return true;
  }

  #read(): Token {
    const comments = this.#comments();
    const { kind, text, line } = this.#token();
    return { kind, text, line, ...comments };
  }

  #token(): Pick<Token, 'kind' | 'text' | 'line'> {
    const line = this.#line;
    const first = this.#text.charAt(this.#at);
    if (first === '') return { kind: 'end', text: '', line };
    if (first === '"' || first === "'") return { kind: 'string', text: this.#string(first), line };
    const word = this.#match(name);
    if (word !== '') return { kind: 'name', text: this.#short(word), line };
    const digits = this.#match(number);
    if (digits !== '') return { kind: 'number', text: this.#short(digits), line };
    this.#at++;
    return { kind: 'symbol', text: first, line };
  }

  #short(text: string): string {
    if (text.length <= longestName) return text;
    throw new ProtoError(this.#line, { phrase: 'name-too-long', args: { length: text.length, limit: longestName } });
  }

  #string(quote: string): string {
    const parts: string[] = [];
    for (this.#at++; ; ) {
      parts.push(this.#match(plainPart));
      const c = this.#text.charAt(this.#at);
      if (c === quote) {
        this.#at++;
        return parts.join('');
      }
      if (c === '' || c === '\n') throw new ProtoError(this.#line, { phrase: 'unclosed-string' });
      if (c === '\\') parts.push(this.#escaped());
      else {
        parts.push(c);
        this.#at++;
      }
    }
  }

  #escaped(): string {
    escape.lastIndex = this.#at;
    const [whole = '\\', octal, hex, letter = ''] = escape.exec(this.#text) ?? [];
    this.#at += whole.length;
    if (letter === '\n') this.#line++;
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
    return hex === undefined ? (escapes.get(letter) ?? letter) : String.fromCharCode(parseInt(hex, 16));
  }

  /** Skips whitespace and comments. Comments on consecutive lines are merged. */
  #comments(): Pick<Token, 'above' | 'afterLast'> {
    const lastLine = this.#at === 0 ? -1 : this.#line;
    let afterLast = '';
    let block: string[] = [];
    let blockEnd = -1;
    for (;;) {
      this.#match(space);
      if (this.#text.charAt(this.#at) === '\n') {
        this.#at++;
        this.#line++;
        continue;
      }
      const line = this.#line;
      const comment = this.#comment();
      if (comment === undefined) break;
      if (line === lastLine) {
        if (afterLast === '') afterLast = comment;
        continue;
      }
      if (line > blockEnd + 1) block = [];
      block.push(comment);
      blockEnd = this.#line;
    }
    const above = blockEnd >= this.#line - 1 ? block.filter((text) => text !== '').join(' ') : '';
    return { above, afterLast };
  }

  /** Undefined where no comment begins here. */
  #comment(): string | undefined {
    const [text, at] = [this.#text, this.#at];
    if (text.startsWith('//', at)) {
      const end = text.indexOf('\n', at);
      this.#at = end < 0 ? text.length : end;
      return plain(text.slice(at, this.#at));
    }
    if (!text.startsWith('/*', at)) return undefined;
    const end = text.indexOf('*/', at + 2);
    if (end < 0) throw new ProtoError(this.#line, { phrase: 'unclosed-comment' });
    this.#at = end + 2;
    const lines = text.slice(at, end).split('\n');
    this.#line += lines.length - 1;
    return lines
      .map(plain)
      .filter((line) => line !== '')
      .join(' ');
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }
}

const escapes: ReadonlyMap<string, string> = new Map(
  Object.entries({ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }),
);

/** A line of a comment without its comment markers. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/^(?:\/\/+|\/\*+|\*)/, '')
    .trim();
}

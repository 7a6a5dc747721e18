/**
 * Parses the messages and enums of a proto file: only the parts of protobuf's language that define the fields of a
 * text. Options, services, extensions, reserved names and maps are skipped. An own parser, so that time is linear in
 * the text even for malicious input.
 */
import type { Phrase } from '../../problems';
import { ProtoError, Tokens, type Token } from './tokens';

export interface ProtoFile {
  /** The package that the file declares. */
  readonly package: string;
  /** Nested ones follow the enclosing one, and are named `Outer.Inner`. */
  readonly messages: readonly ProtoMessage[];
  readonly enums: readonly ProtoEnum[];
}

export interface ProtoMessage {
  readonly name: string;
  readonly doc: string;
  /** The line of its name, counted from 0, as all lines here. */
  readonly line: number;
  readonly fields: readonly ProtoField[];
}

export interface ProtoField {
  readonly name: string;
  readonly number: number;
  readonly label: 'optional' | 'required' | 'repeated';
  /** As written. */
  readonly type: string;
  readonly default: ProtoDefault | undefined;
  readonly doc: string;
  readonly line: number;
}

export interface ProtoDefault {
  readonly kind: 'name' | 'number' | 'string';
  readonly text: string;
  readonly line: number;
}

export interface ProtoEnum {
  readonly name: string;
  readonly doc: string;
  readonly line: number;
  readonly values: readonly { readonly name: string; readonly number: number; readonly doc: string }[];
}

/** Throws `ProtoError`. */
export function parseProto(text: string): ProtoFile {
  return new Parser(text).file();
}

/** protoc's limit. */
const deepest = 32;

interface Draft {
  readonly name: string;
  readonly doc: string;
  readonly line: number;
  readonly fields: ProtoField[];
  readonly names: Set<string>;
  readonly numbers: Set<number>;
}

class Parser {
  readonly #tokens: Tokens;
  readonly #messages: ProtoMessage[] = [];
  readonly #enums: ProtoEnum[] = [];
  readonly #types = new Set<string>();
  #package = '';

  constructor(text: string) {
    this.#tokens = new Tokens(text);
  }

  file(): ProtoFile {
    for (let token = this.#tokens.next(); token.kind !== 'end'; token = this.#tokens.next()) {
      if (token.text === ';') continue;
      if (token.kind !== 'name') throw unexpected(token, { phrase: 'declaration' });
      if (this.#definition(token, '', 0)) continue;
      if (token.text === 'package') this.#package = this.#name().text;
      else if (!passed.has(token.text)) throw unexpected(token, { phrase: 'declaration' });
      this.#passStatement(token.text === 'package');
    }
    return { package: this.#package, messages: this.#messages, enums: this.#enums };
  }

  /** Parses a message or enum if one begins at the token; true if so. */
  #definition(token: Token, prefix: string, depth: number): boolean {
    if (token.kind !== 'name' || this.#tokens.peek().kind !== 'name') return false;
    if (token.text === 'message') this.#message(this.#name(), token.above, prefix, depth);
    else if (token.text === 'enum') this.#enum(token.above, prefix);
    else return false;
    return true;
  }

  #message(name: Token, doc: string, prefix: string, depth: number): void {
    if (depth >= deepest) throw new ProtoError(name.line, { phrase: 'nested-deeper', args: { limit: deepest } });
    const full = this.#typeName(name, prefix);
    const draft: Draft = {
      name: full,
      doc,
      line: name.line,
      fields: [],
      names: new Set(),
      numbers: new Set(),
    };
    this.#messages.push(draft);
    this.#expect('{');
    while (!this.#tokens.takes('}')) this.#member(draft, depth);
  }

  #member(message: Draft, depth: number): void {
    const token = this.#tokens.next();
    if (token.text === ';' && token.kind === 'symbol') return;
    if (token.kind !== 'name') throw unexpected(token, { phrase: 'field' });
    if (this.#definition(token, message.name, depth + 1)) return;
    if (labels.has(token.text)) this.#field(message, token, this.#name({ phrase: 'type' }), depth);
    else if (token.text === 'oneof' && this.#tokens.peek().kind === 'name') this.#oneOf(message, depth);
    else if (passed.has(token.text) || (token.text === 'map' && this.#isSymbol('<'))) this.#passStatement();
    else this.#field(message, undefined, token, depth);
  }

  #oneOf(message: Draft, depth: number): void {
    this.#name();
    this.#expect('{');
    while (!this.#tokens.takes('}')) {
      const token = this.#tokens.next();
      if (token.text === ';') continue;
      if (token.text === 'option') this.#passStatement();
      else if (token.kind === 'name') this.#field(message, undefined, token, depth);
      else throw unexpected(token, { phrase: 'field' });
    }
  }

  #field(message: Draft, label: Token | undefined, type: Token, depth: number): void {
    const name = this.#name();
    this.#expect('=');
    const number = this.#integer({ phrase: 'field-number' });
    const isGroup = type.text === 'group';
    const fieldName = isGroup ? name.text.toLowerCase() : name.text;
    const twice = message.names.has(fieldName) ? fieldName : message.numbers.has(number) ? number : undefined;
    if (twice !== undefined)
      throw new ProtoError(name.line, { phrase: 'defined-twice', args: { name: twice, scope: message.name } });
    message.names.add(fieldName);
    message.numbers.add(number);
    const fallback = this.#options();
    const index = message.fields.length;
    const { above } = label ?? type;
    const field: ProtoField = {
      name: fieldName,
      number,
      label: labelOf(label?.text),
      type: isGroup ? name.text : type.text,
      default: fallback,
      doc: above,
      line: name.line,
    };
    message.fields.push(field);
    if (isGroup) this.#message(name, above, message.name, depth + 1);
    else message.fields[index] = { ...field, doc: this.#endOf(above) };
  }

  /** The bracketed options after a field's number; only the default is used. */
  #options(): ProtoDefault | undefined {
    let found: ProtoDefault | undefined;
    if (!this.#tokens.takes('[')) return undefined;
    do {
      const isDefault = this.#tokens.takes('default') && this.#tokens.takes('=');
      if (isDefault) found = this.#value();
      else this.#passUntil(',', ']');
    } while (this.#tokens.takes(','));
    this.#expect(']');
    return found;
  }

  #value(): ProtoDefault {
    const isNegative = this.#tokens.takes('-');
    const { kind, text, line } = this.#tokens.next();
    if (kind === 'name') return { kind, text: isNegative ? `-${text}` : text, line };
    if (kind === 'number') return { kind, text: isNegative ? `-${text}` : text, line };
    if (kind !== 'string' || isNegative) throw unexpected({ kind, text, line }, { phrase: 'value' });
    const parts = [text];
    while (this.#tokens.peek().kind === 'string') parts.push(this.#tokens.next().text);
    return { kind, text: parts.join(''), line };
  }

  #enum(doc: string, prefix: string): void {
    const name = this.#name();
    const full = this.#typeName(name, prefix);
    const values = new Map<string, ProtoEnum['values'][number]>();
    this.#expect('{');
    while (!this.#tokens.takes('}')) {
      const token = this.#tokens.next();
      if (token.text === ';' && token.kind === 'symbol') continue;
      if (token.kind !== 'name') throw unexpected(token, { phrase: 'name' });
      if (passed.has(token.text) && !this.#isSymbol('=')) {
        this.#passStatement();
        continue;
      }
      if (values.has(token.text))
        throw new ProtoError(token.line, { phrase: 'defined-twice', args: { name: token.text, scope: full } });
      this.#expect('=');
      const isNegative = this.#tokens.takes('-');
      const number = this.#integer({ phrase: 'integer' });
      this.#options();
      values.set(token.text, {
        name: token.text,
        number: isNegative ? 0 - number : number,
        doc: this.#endOf(token.above),
      });
    }
    this.#enums.push({ name: full, doc, line: name.line, values: [...values.values()] });
  }

  /** Expects the semicolon and returns the documentation: the comment above, else the trailing one. */
  #endOf(above: string): string {
    this.#expect(';');
    return above === '' ? this.#tokens.peek().afterLast : above;
  }

  /** Skips the rest of a statement, to its semicolon or the end of its block. `begun`: part of it has been read. */
  #passStatement(begun = false): void {
    if (begun) this.#expect(';');
    else if (!this.#passUntil(';', '}')) this.#expect(';');
  }

  /**
   * Skips to either of the symbols outside of all brackets, without consuming it. True where a block ended the
   * statement first.
   */
  #passUntil(one: string, other: string): boolean {
    let depth = 0;
    for (;;) {
      const token = this.#tokens.peek();
      if (token.kind === 'end') throw unexpected(token, { phrase: 'declaration' });
      const symbol = token.kind === 'symbol' ? token.text : '';
      if (depth === 0 && (symbol === one || symbol === other)) return false;
      this.#tokens.next();
      if (symbol === '{' || symbol === '[' || symbol === '(') depth++;
      else if (symbol === '}' || symbol === ']' || symbol === ')') depth--;
      if (depth < 0) throw unexpected(token, `“${one}”`);
      if (depth === 0 && symbol === '}' && one === ';' && !this.#isSymbol(';')) return true;
    }
  }

  #typeName(name: Token, prefix: string): string {
    const full = prefix === '' ? name.text : `${prefix}.${name.text}`;
    if (this.#types.has(full))
      throw new ProtoError(name.line, { phrase: 'defined-twice', args: { name: full, scope: { phrase: 'file' } } });
    this.#types.add(full);
    return full;
  }

  #name(expected: Phrase = { phrase: 'name' }): Token {
    const token = this.#tokens.next();
    if (token.kind !== 'name') throw unexpected(token, expected);
    return token;
  }

  #integer(expected: Phrase): number {
    const token = this.#tokens.next();
    if (token.kind !== 'number' || !isInteger(token.text)) throw unexpected(token, expected);
    return integerOf(token.text);
  }

  #isSymbol(text: string): boolean {
    const { kind, text: found } = this.#tokens.peek();
    return kind === 'symbol' && found === text;
  }

  #expect(symbol: string): void {
    const token = this.#tokens.next();
    if (token.kind !== 'symbol' || token.text !== symbol) throw unexpected(token, `“${symbol}”`);
  }
}

const labels: ReadonlySet<string> = new Set(['optional', 'required', 'repeated']);
const passed: ReadonlySet<string> = new Set([
  'syntax',
  'edition',
  'import',
  'package',
  'option',
  'service',
  'extend',
  'extensions',
  'reserved',
]);

function labelOf(written: string | undefined): ProtoField['label'] {
  return written === 'required' || written === 'repeated' ? written : 'optional';
}

const integer = /^(?:0[xX][\da-fA-F]+|0[0-7]*|[1-9]\d*)$/;

export function isInteger(text: string): boolean {
  return integer.test(text);
}

/** The value of an integer literal without a sign. */
export function integerOf(text: string): number {
  return /^0\d/.test(text) ? parseInt(text, 8) : Number(text);
}

function unexpected(
  { kind, text, line }: Pick<Token, 'kind' | 'text' | 'line'>,
  expected: Phrase | string,
): ProtoError {
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  const found: Phrase | string =
    kind === 'end' ? { phrase: 'end-of-file' } : kind === 'string' ? `"${shown}"` : `“${shown}”`;
  return new ProtoError(line, { phrase: 'expected-found', args: { expected, found } });
}

const longestShown = 40;

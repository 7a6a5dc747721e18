/**
 * Text → tree. It never throws and keeps what it can: after an error it goes on at the next thing that looks like a
 * field, so that one broken message hides nothing of the others.
 *
 * Iterative: open messages and lists are frames on a stack of its own, and what nests deeper than `maxDepth` is passed over.
 */
import type { Problem, Related } from '../problems';
import { describe } from './found';
import { Scanner, Token } from './scanner';
import type { FieldNode, MessageNode, ScalarNode, ScalarToken, Tree, ValueNode } from './tree';

export interface Parsed {
  readonly tree: Tree;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

const maxDepth = 64;

export function parse(text: string): Parsed {
  const parsed = new Parser(text, 'brackets').document();
  // Where the brackets don't pair, the indentation tells which message was left open.
  return parsed.paired ? parsed : new Parser(text, 'indentation').document();
}

interface Field {
  readonly name: string;
  readonly start: number;
  readonly nameEnd: number;
  colon: number;
}

interface MessageFrame {
  readonly kind: 'message';
  /** The field that the message is the value of; undefined for the document and for items of a list. */
  readonly field: Field | undefined;
  readonly start: number;
  readonly closer: number;
  readonly fields: FieldNode[];
  /** Indentation and start of the line that it begins on: where its closing bracket and its siblings are expected. */
  readonly column: number;
  readonly line: number;
}

interface ListFrame {
  readonly kind: 'list';
  readonly field: Field;
  readonly start: number;
  readonly items: (ScalarNode | MessageNode)[];
}

type Frame = MessageFrame | ListFrame;

const colon = 58;
const openBrace = 123;
const closeBrace = 125;
const openAngle = 60;
const closeAngle = 62;
const openList = 91;
const closeList = 93;
const comma = 44;
const semicolon = 59;
const minus = 45;
const point = 46;
const slash = 47;
/** What may follow a name; so a name before one of them is a field, not a value. */
const afterFieldName: ReadonlySet<number> = new Set([colon, openBrace, openAngle]);
const closers: ReadonlySet<number> = new Set([closeBrace, closeAngle]);

class Parser {
  readonly #scanner: Scanner;
  readonly #trust: 'brackets' | 'indentation';
  readonly #frames: Frame[] = [];
  #paired = true;
  #tooDeep = false;
  #measured = { line: -1, column: 0 };

  constructor(text: string, trust: 'brackets' | 'indentation') {
    this.#scanner = new Scanner(text);
    this.#trust = trust;
  }

  document(): Parsed & { readonly paired: boolean } {
    const scanner = this.#scanner;
    const { text } = scanner;
    const root: MessageFrame = { kind: 'message', field: undefined, start: 0, closer: -1, fields: [], column: -1, line: 0 };
    this.#frames.push(root);
    while (scanner.kind !== Token.End) {
      const frame = this.#frames[this.#frames.length - 1] as Frame;
      if (frame.kind === 'list') this.#listItem(frame);
      else this.#fieldOrClose(frame);
    }
    this.#closeAll();
    const node: MessageNode = { kind: 'message', start: 0, end: text.length, closed: true, fields: root.fields.slice() };
    const problems = [...scanner.problems].sort((a, b) => a.span.start - b.span.start);
    return { tree: { text, root: node, comments: scanner.comments }, problems, paired: this.#paired };
  }

  /** field = name [":"] value [";" | ","]; or the bracket that closes the message. */
  #fieldOrClose(frame: MessageFrame): void {
    const scanner = this.#scanner;
    if (closers.has(scanner.symbol)) return this.#close(frame);
    if (scanner.is(Token.Identifier) || scanner.at(openList)) {
      if (this.#trust === 'indentation' && scanner.is(Token.Identifier) && this.#closeByIndentation()) return;
      const field = this.#name();
      if (field) this.#value(frame, field);
      return;
    }
    this.#expectedName();
  }

  /** A name, or an extension's or type's name in brackets. Consumes at least one token. */
  #name(): Field | undefined {
    const scanner = this.#scanner;
    const { start } = scanner;
    if (scanner.is(Token.Identifier)) {
      const name = scanner.name();
      const nameEnd = scanner.end;
      scanner.next();
      return { name, start, nameEnd, colon: -1 };
    }
    scanner.next();
    // identifier { ("." | "/" | "-") identifier }
    while (scanner.is(Token.Identifier) || scanner.at(point) || scanner.at(slash) || scanner.at(minus)) scanner.next();
    if (!scanner.at(closeList)) {
      this.#expected('"]"');
      this.#skipToField();
      return undefined;
    }
    const nameEnd = scanner.end;
    scanner.next();
    return { name: scanner.text.slice(start, nameEnd), start, nameEnd, colon: -1 };
  }

  #value(frame: MessageFrame, field: Field): void {
    const scanner = this.#scanner;
    if (scanner.at(colon)) {
      field.colon = scanner.start;
      scanner.next();
      if (scanner.at(openList)) return this.#openList(field);
      if (this.#isOpener()) return this.#open(field);
      const value = this.#startsNextField() ? undefined : this.#scalar();
      if (!value) scanner.report('syntax/expected-value', scanner.start, scanner.end, { name: field.name, found: describe(scanner) });
      this.#finish(frame, field, value);
      if (!value) this.#skipOneUnlessField();
      return;
    }
    if (this.#isOpener()) return this.#open(field);
    scanner.report('syntax/expected-colon', scanner.start, scanner.end, { name: field.name, found: describe(scanner) });
    const value = this.#startsNextField() ? undefined : this.#scalar();
    this.#finish(frame, field, value);
    if (!value) this.#skipOneUnlessField();
  }

  /** True at a name that a colon or bracket follows on its line: where a value is expected, the value is missing. */
  #startsNextField(): boolean {
    const scanner = this.#scanner;
    return scanner.is(Token.Identifier) && afterFieldName.has(scanner.characterOnLine(scanner.end));
  }

  /** scalar = ["-"] (number | identifier) | string { string }. Consumes nothing if there is none. */
  #scalar(): ScalarNode | undefined {
    const scanner = this.#scanner;
    const { start } = scanner;
    if (scanner.is(Token.String)) {
      let { end } = scanner;
      for (; scanner.is(Token.String); scanner.next()) end = scanner.end;
      return { kind: 'scalar', token: 'string', start, end };
    }
    if (scanner.at(minus)) {
      const c = scanner.characterAfter(scanner.end);
      const follows = (c >= 48 && c <= 57) || c === point || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
      if (!follows) return undefined;
      scanner.next();
      if (scalarToken(scanner.kind) === undefined) return undefined;
    }
    const token = scalarToken(scanner.kind);
    if (token === undefined || token === 'string') return undefined;
    const { end } = scanner;
    scanner.next();
    return { kind: 'scalar', token, start, end };
  }

  #isOpener(): boolean {
    return this.#scanner.at(openBrace) || this.#scanner.at(openAngle);
  }

  #open(field: Field | undefined): void {
    const scanner = this.#scanner;
    const { start } = scanner;
    if (this.#frames.length > maxDepth) return this.#passOver(field);
    const closer = scanner.at(openBrace) ? closeBrace : closeAngle;
    const line = this.#lineOf(field?.start ?? start);
    scanner.next();
    this.#frames.push({ kind: 'message', field, start, closer, fields: [], column: this.#indentation(line), line });
  }

  #openList(field: Field): void {
    const { start } = this.#scanner;
    this.#scanner.next();
    this.#frames.push({ kind: 'list', field, start, items: [] });
  }

  /** list = "[" [item { "," item }] "]". One item or what stands in its place. */
  #listItem(frame: ListFrame): void {
    const scanner = this.#scanner;
    if (scanner.at(closeList)) {
      if (frame.items.length > 0 && scanner.text.charCodeAt(scanner.previousEnd - 1) === comma) this.#expectedItem(frame);
      const { end } = scanner;
      scanner.next();
      return this.#endList(frame, end, true);
    }
    if (this.#isOpener()) return this.#open(undefined);
    const item = this.#startsNextField() ? undefined : this.#scalar();
    if (!item) {
      this.#expectedItem(frame);
      return this.#endList(frame, scanner.previousEnd, false);
    }
    frame.items.push(item);
    this.#afterItem(frame);
  }

  #expectedItem(frame: ListFrame): void {
    const scanner = this.#scanner;
    scanner.report('syntax/expected-value', scanner.start, scanner.end, { name: frame.field.name, found: describe(scanner) });
  }

  #afterItem(frame: ListFrame): void {
    const scanner = this.#scanner;
    if (scanner.at(comma)) return scanner.next();
    if (scanner.at(closeList)) return;
    this.#expected('"," or "]"');
    if (scanner.kind === Token.End || closers.has(scanner.symbol) || this.#startsNextField()) {
      return this.#endList(frame, scanner.previousEnd, false);
    }
    if (scalarToken(scanner.kind) === undefined && !this.#isOpener()) scanner.next();
  }

  #endList(frame: ListFrame, end: number, closed: boolean): void {
    this.#frames.pop();
    const list: ValueNode = { kind: 'list', start: frame.start, end, closed, items: frame.items };
    this.#finish(this.#frames[this.#frames.length - 1] as MessageFrame, frame.field, list);
  }

  /** At `}` or `>`. */
  #close(frame: MessageFrame): void {
    const scanner = this.#scanner;
    if (frame.closer < 0) {
      this.#paired = false;
      scanner.report('syntax/unexpected-close', scanner.start, scanner.end, { found: describe(scanner) });
      return scanner.next();
    }
    if (!scanner.at(frame.closer)) this.#expected(`"${String.fromCharCode(frame.closer)}"`);
    const { end } = scanner;
    scanner.next();
    this.#endMessage(frame, end, true);
  }

  #endMessage(frame: MessageFrame, end: number, closed: boolean): void {
    this.#frames.pop();
    // A copy has no room to spare, where an array that grew has much: a tree is mostly small arrays.
    const node: MessageNode = { kind: 'message', start: frame.start, end, closed, fields: frame.fields.slice() };
    const parent = this.#frames[this.#frames.length - 1] as Frame;
    if (parent.kind === 'list') {
      parent.items.push(node);
      this.#afterItem(parent);
    } else if (frame.field) this.#finish(parent, frame.field, node);
  }

  #finish(parent: MessageFrame, { name, start, nameEnd, colon: colonAt }: Field, value: ValueNode | undefined): void {
    const scanner = this.#scanner;
    const end = value ? value.end : Math.max(nameEnd, colonAt + 1);
    parent.fields.push({ kind: 'field', name, start, nameEnd, colon: colonAt, value, end });
    if (value && (scanner.at(comma) || scanner.at(semicolon))) scanner.next();
  }

  /**
   * At a name that begins its line: a message that began on an earlier line, at this column or further right, must have
   * been meant to end before it if the message around it has fields of this name.
   */
  #closeByIndentation(): boolean {
    const scanner = this.#scanner;
    if (!scanner.startsLine || !this.#startsNextField()) return false;
    const column = scanner.start - scanner.lineStart;
    const frame = this.#frames[this.#frames.length - 1];
    if (frame?.kind !== 'message' || frame.closer < 0 || frame.column < column || frame.line === scanner.lineStart) return false;
    const parent = this.#frames[this.#frames.length - 2];
    const name = scanner.name();
    if (parent?.kind !== 'message' || (frame.field?.name !== name && !parent.fields.some((field) => field.name === name))) return false;
    this.#unclosed([frame], scanner.start, scanner.end);
    this.#endMessage(frame, scanner.previousEnd, false);
    return true;
  }

  /** At the end of the text: one problem for all that is open, with the places where they were opened. */
  #closeAll(): void {
    const scanner = this.#scanner;
    const open = this.#frames.slice(1);
    const innermost = open[open.length - 1];
    if (innermost) this.#unclosed(open, scanner.start, scanner.end);
    while (this.#frames.length > 1) {
      const frame = this.#frames[this.#frames.length - 1] as Frame;
      if (frame.kind === 'list') this.#endList(frame, scanner.previousEnd, false);
      else this.#endMessage(frame, scanner.previousEnd, false);
    }
  }

  #unclosed(open: readonly Frame[], start: number, end: number): void {
    this.#paired = false;
    const closing = open.map((frame) => (frame.kind === 'list' ? ']' : String.fromCharCode(frame.closer)));
    const related = open.map((frame): Related => ({
      code: 'opened-here',
      span: { start: frame.start, end: frame.start + 1 },
      args: { name: frame.field?.name ?? '' },
    }));
    this.#scanner.report('syntax/unclosed', start, end, { closer: closing.reverse().join(' '), found: describe(this.#scanner) }, related);
  }

  #expected(expected: string): void {
    const scanner = this.#scanner;
    scanner.report('syntax/expected-token', scanner.start, scanner.end, { expected, found: describe(scanner) });
  }

  #expectedName(): void {
    const scanner = this.#scanner;
    scanner.report('syntax/expected-name', scanner.start, scanner.end, { found: describe(scanner) });
    scanner.next();
    this.#skipToField();
  }

  /** To the next name that begins a field, bracket that closes, or end: one problem for all that is passed. */
  #skipToField(): void {
    const scanner = this.#scanner;
    while (scanner.kind !== Token.End && !closers.has(scanner.symbol) && !this.#startsNextField()) {
      // What stands in brackets that nobody names is passed over as a whole.
      if (this.#isOpener()) this.#passBrackets();
      else scanner.next();
    }
  }

  #skipOneUnlessField(): void {
    const scanner = this.#scanner;
    if (scanner.kind === Token.End || scanner.is(Token.Identifier) || closers.has(scanner.symbol)) return;
    scanner.next();
    this.#skipToField();
  }

  #passOver(field: Field | undefined): void {
    const scanner = this.#scanner;
    const { start } = scanner;
    if (!this.#tooDeep) scanner.report('syntax/too-deep', start, start + 1, { limit: maxDepth });
    this.#tooDeep = true;
    this.#passBrackets();
    const node: MessageNode = { kind: 'message', start, end: scanner.previousEnd, closed: true, fields: [] };
    const parent = this.#frames[this.#frames.length - 1] as Frame;
    if (parent.kind === 'list') {
      parent.items.push(node);
      this.#afterItem(parent);
    } else if (field) this.#finish(parent, field, node);
  }

  /** From an opening bracket to behind the one that closes it, or to the end. */
  #passBrackets(): void {
    const scanner = this.#scanner;
    let depth = 0;
    do {
      if (this.#isOpener()) depth++;
      else if (closers.has(scanner.symbol)) depth--;
      scanner.next();
    } while (depth > 0 && scanner.kind !== Token.End);
  }

  #indentation(line: number): number {
    if (line === this.#measured.line) return this.#measured.column;
    const { text } = this.#scanner;
    let i = line;
    while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
    this.#measured = { line, column: i - line };
    return i - line;
  }

  #lineOf(at: number): number {
    const scanner = this.#scanner;
    return at >= scanner.lineStart ? scanner.lineStart : scanner.text.lastIndexOf('\n', at) + 1;
  }
}

function scalarToken(kind: Token): ScalarToken | undefined {
  switch (kind) {
    case Token.Identifier:
      return 'identifier';
    case Token.Integer:
      return 'integer';
    case Token.Float:
      return 'float';
    case Token.String:
      return 'string';
    default:
      return undefined;
  }
}

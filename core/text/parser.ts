/**
 * Text → tree. It never throws and keeps what it can: after an error it continues at the next token that looks like a
 * field, so that one broken message does not hide the others.
 *
 * Iterative: open messages and lists are frames on an explicit stack, and messages nested deeper than `maxDepth` are
 * skipped.
 */
import type { Phrase, Problem, Related } from '../problems';
import { belongs, Char, digit, letter, word } from './characters';
import { closerOf, closesOnLine, columnOf } from './closer';
import { shortened } from './found';
import { endsBefore, indentation, noteLine, type FieldStart, type Laid } from './layout';
import { maxProblems, Scanner, Token } from './scanner';
import type { FieldNode, MessageNode, ScalarNode, ScalarToken, Tree, ValueNode } from './tree';

export interface Parsed {
  readonly tree: Tree;
  /** In text order. */
  readonly problems: readonly Problem[];
}

export const maxDepth = 64;

export function parse(text: string): Parsed {
  const byBrackets = new Parser(text, 'brackets').document();
  if (byBrackets.unpaired === 0) return byBrackets;
  // Where the brackets don't pair, the indentation may show which message was left open. That reading is used unless it
  // needs more repairs.
  const byIndentation = new Parser(text, 'indentation').document();
  return costOf(byIndentation) <= costOf(byBrackets) ? byIndentation : byBrackets;
}

interface Attempt extends Parsed {
  /** Number of missing and surplus brackets. */
  readonly unpaired: number;
}

function costOf({ problems, unpaired }: Attempt): number {
  return (
    unpaired + problems.filter(({ code }) => code !== 'syntax/unclosed' && code !== 'syntax/unexpected-close').length
  );
}

/** A field that is being read. */
type OpenField = { -readonly [Key in keyof FieldNode]: FieldNode[Key] };

interface MessageFrame extends Laid {
  readonly kind: 'message';
  /** The field that the message is the value of; undefined for the document and for items of a list. */
  readonly field: OpenField | undefined;
  readonly start: number;
  /** The bracket that closes it; NaN for the document, which nothing closes. */
  readonly closer: number;
  /** Length of `#waiting` when it was opened: the fields of the messages around it. */
  readonly nBefore: number;
}

interface ListFrame {
  readonly kind: 'list';
  readonly field: OpenField;
  readonly start: number;
  readonly items: (ScalarNode | MessageNode)[];
}

type Frame = MessageFrame | ListFrame;

/**
 * Characters that show, after a name on the same line, that it begins a field. Not `[`, since a bracketed name begins
 * with it too.
 */
const afterName: ReadonlySet<number> = new Set([Char.Colon, Char.OpenBrace, Char.OpenAngle]);

class Parser {
  readonly #scanner: Scanner;
  readonly #trust: 'brackets' | 'indentation';
  readonly #frames: Frame[] = [];
  /** Fields of all open messages, outermost first; in one array, since V8 allocates 17 slots for each growing array. */
  readonly #waiting: FieldNode[] = [];
  #unpaired = 0;
  #tooDeep = false;
  #measured = { line: -1, column: 0 };

  constructor(text: string, trust: 'brackets' | 'indentation') {
    this.#scanner = new Scanner(text);
    this.#trust = trust;
  }

  document(): Attempt {
    const scanner = this.#scanner;
    const { text } = scanner;
    this.#frames.push({
      kind: 'message',
      field: undefined,
      start: 0,
      closer: NaN,
      nBefore: 0,
      name: undefined,
      column: -1,
      line: 0,
      lines: 'flat',
    });
    while (scanner.kind !== Token.End) {
      const frame = this.#frames[this.#frames.length - 1] as Frame;
      if (frame.kind === 'list') this.#listItem(frame);
      else this.#fieldOrClose(frame);
    }
    this.#unclosed(1);
    const node: MessageNode = {
      kind: 'message',
      start: 0,
      end: text.length,
      closed: true,
      fields: this.#waiting.slice(),
    };
    const problems = [...scanner.problems].sort((a, b) => a.span.start - b.span.start);
    return { tree: { text, root: node, comments: scanner.comments }, problems, unpaired: this.#unpaired };
  }

  /** field = name [":"] value [";" | ","]; or the bracket that closes the message. */
  #fieldOrClose(frame: MessageFrame): void {
    const scanner = this.#scanner;
    if (scanner.is(Token.Identifier)) {
      if (this.#trust === 'indentation' && this.#endByIndentation(frame)) return;
      const field = newField(scanner.name(), scanner.start, scanner.end);
      const { lineStart } = scanner;
      scanner.next();
      this.#value(field, lineStart);
    } else if (scanner.at(Char.OpenList)) this.#bracketedName();
    else if (this.#atCloser()) this.#close(frame);
    else this.#expectedName(frame);
  }

  /** "[" identifier { ("." | "/" | "-") identifier } "]": an extension's or a type's name. */
  #bracketedName(): void {
    const scanner = this.#scanner;
    const { start, lineStart } = scanner;
    scanner.next();
    while (scanner.is(Token.Identifier) || scanner.at(Char.Point) || scanner.at(Char.Slash) || scanner.at(Char.Minus))
      scanner.next();
    if (!scanner.at(Char.CloseList)) {
      this.#expected('"]"');
      this.#skipToField();
      return;
    }
    const field = newField(scanner.text.slice(start, scanner.end), start, scanner.end);
    scanner.next();
    this.#value(field, lineStart);
  }

  /** Parses what follows a name. `lineStart` is that of the name. */
  #value(field: OpenField, lineStart: number): void {
    const scanner = this.#scanner;
    if (scanner.at(Char.Colon)) {
      field.colon = scanner.start;
      field.end = scanner.end;
      scanner.next();
    }
    // Whether a list or message may omit the colon depends on the field's type.
    if (scanner.at(Char.OpenList)) return this.#openList(field);
    if (this.#atOpener()) return this.#open(field, lineStart);
    if (field.colon < 0 && this.#startsField() && this.#lacksBracket(lineStart)) return this.#passUnopened(field);
    if (field.colon < 0) this.#missing('syntax/expected-colon', field);
    const value = this.#startsField() ? undefined : this.#scalar();
    if (value) {
      this.#finish(field, value);
      // Prose, such as a comment that has lost its `#`.
      const inProse =
        field.colon < 0 &&
        scanner.is(Token.Identifier) &&
        scanner.lineStart === lineStart &&
        belongs(scanner.characterOnLine(scanner.end), letter);
      if (inProse) this.#skipToField();
      return;
    }
    if (field.colon >= 0) this.#missing('syntax/expected-value', field);
    this.#noValue(field);
  }

  /**
   * At a name that follows a name: true if a bracket is missing between them, since a later closing bracket has no
   * opening one.
   */
  #lacksBracket(lineStart: number): boolean {
    const scanner = this.#scanner;
    const { text, start } = scanner;
    const closer = this.#closerFrom(start);
    if (closer < 0) return false;
    if (scanner.lineStart === lineStart) return closesOnLine(text, start, this.#openedOn(lineStart));
    const column = this.#indentation(lineStart);
    return column < start - scanner.lineStart && columnOf(text, closer) === column;
  }

  /**
   * The bracket that closes what is open at an offset; -1 where none is near, or there are too many errors to search
   * for it.
   */
  #closerFrom(start: number): number {
    const scanner = this.#scanner;
    return scanner.problems.length < maxProblems ? closerOf(scanner.text, start) : -1;
  }

  /** Number of open messages that begin on a line. */
  #openedOn(lineStart: number): number {
    return this.#frames.reduce(
      (count, frame) =>
        count + (frame.kind === 'message' && !Number.isNaN(frame.closer) && frame.line === lineStart ? 1 : 0),
      0,
    );
  }

  /** Skips the contents of a message without an opening bracket, as they may belong to this field or to none. */
  #passUnopened(field: OpenField): void {
    const scanner = this.#scanner;
    const end = this.#closerFrom(scanner.start) + 1;
    this.#missing('syntax/expected-bracket', field);
    while (scanner.start < end) scanner.next();
    field.end = end;
    this.#finish(field, undefined);
  }

  /** `name = 3` and `name:: 3` have one unexpected symbol before their value. */
  #noValue(field: OpenField): void {
    const scanner = this.#scanner;
    const inTheWay = scanner.is(Token.Symbol) && !this.#atCloser() && !this.#atOpener() && !scanner.at(Char.OpenList);
    if (!inTheWay) return this.#finish(field, undefined);
    const { lineStart } = scanner;
    scanner.next();
    const value = scanner.lineStart === lineStart && !this.#startsField() ? this.#scalar() : undefined;
    this.#finish(field, value);
    if (!value) this.#skipToField();
  }

  /**
   * True at a name that is followed by a colon or bracket on its line: where a value is expected, the value is missing.
   */
  #startsField(): boolean {
    const scanner = this.#scanner;
    return scanner.is(Token.Identifier) && afterName.has(scanner.characterOnLine(scanner.end));
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
    if (scanner.at(Char.Minus)) {
      const { text } = scanner;
      const next = scanner.offsetAfter(scanner.end);
      const c = text.charCodeAt(next);
      if (!belongs(c, word) && !(c === Char.Point && belongs(text.charCodeAt(next + 1), digit))) return undefined;
      scanner.next();
    }
    const token = scalarToken(scanner.kind);
    if (token === undefined) return undefined;
    const { end } = scanner;
    scanner.next();
    if (token === 'identifier') this.#closingQuote(start, end);
    return { kind: 'scalar', token, start, end };
  }

  /** A string whose first quote is missing: a name directly followed by an unmatched quote. */
  #closingQuote(start: number, end: number): void {
    const scanner = this.#scanner;
    const { text } = scanner;
    if (!scanner.is(Token.String) || scanner.start !== end || scanner.end !== end + 1) return;
    scanner.reportInstead('syntax/string-not-opened', start, {
      found: shortened(text, start, end),
      quote: text.charAt(end),
    });
    scanner.next();
  }

  #open(field: OpenField | undefined, lineStart: number): void {
    const scanner = this.#scanner;
    const { start } = scanner;
    if (this.#frames.length > maxDepth) return this.#passOver(field);
    const closer = scanner.at(Char.OpenBrace) ? Char.CloseBrace : Char.CloseAngle;
    scanner.next();
    const nBefore = this.#waiting.length;
    const column = this.#indentation(lineStart);
    this.#frames.push({
      kind: 'message',
      field,
      start,
      closer,
      nBefore,
      name: field?.name,
      column,
      line: lineStart,
      lines: 'none yet',
    });
  }

  #openList(field: OpenField): void {
    const { start } = this.#scanner;
    this.#scanner.next();
    this.#frames.push({ kind: 'list', field, start, items: [] });
  }

  /** list = "[" [item { "," item }] "]". Parses one item, or what is in its place. */
  #listItem(frame: ListFrame): void {
    const scanner = this.#scanner;
    if (scanner.at(Char.CloseList)) {
      if (frame.items.length > 0 && scanner.text.charCodeAt(scanner.previousEnd - 1) === Char.Comma)
        this.#expectedItem(frame);
      const { end } = scanner;
      scanner.next();
      return this.#endList(frame, end, true);
    }
    if (this.#atOpener()) return this.#open(undefined, scanner.lineStart);
    const item = this.#startsField() ? undefined : this.#scalar();
    if (item) return this.#afterItem(frame, item);
    this.#expectedItem(frame);
    const inTheWay = scanner.is(Token.Symbol) && !this.#atCloser() && !scanner.at(Char.OpenList);
    if (inTheWay) scanner.next();
    else this.#endList(frame, scanner.previousEnd, false);
  }

  #expectedItem({ field }: ListFrame): void {
    this.#scanner.reportToken('syntax/expected-value', { name: field.name, found: this.#found() });
  }

  #afterItem(frame: ListFrame, item: ScalarNode | MessageNode): void {
    const scanner = this.#scanner;
    frame.items.push(item);
    if (scanner.at(Char.Comma)) return scanner.next();
    if (scanner.at(Char.CloseList)) return;
    this.#expected({ phrase: 'comma-or-bracket' });
    if (scanner.is(Token.End) || this.#atCloser() || this.#startsField())
      this.#endList(frame, scanner.previousEnd, false);
    else if (scanner.is(Token.Symbol) && !this.#atOpener()) scanner.next();
  }

  #endList({ field, start, items }: ListFrame, end: number, closed: boolean): void {
    this.#frames.pop();
    // A message left open at the end of the text extends past the last token.
    const last = Math.max(end, items.at(-1)?.end ?? 0);
    this.#finish(field, { kind: 'list', start, end: last, closed, items: items.slice() });
  }

  /** At `}` or `>`. */
  #close(frame: MessageFrame): void {
    const scanner = this.#scanner;
    if (Number.isNaN(frame.closer) || (this.#trust === 'indentation' && this.#isStray(frame))) {
      this.#unpaired++;
      scanner.reportToken('syntax/unexpected-close', { found: this.#found() });
      return scanner.next();
    }
    if (!scanner.at(frame.closer)) this.#expected(`"${String.fromCharCode(frame.closer)}"`);
    const { end } = scanner;
    scanner.next();
    this.#endMessage(frame, end, true);
  }

  #endMessage(frame: MessageFrame, end: number, closed: boolean): void {
    this.#frames.pop();
    const fields = this.#waiting.slice(frame.nBefore);
    this.#waiting.length = frame.nBefore;
    this.#finishMessage(frame.field, { kind: 'message', start: frame.start, end, closed, fields });
  }

  #finishMessage(field: OpenField | undefined, node: MessageNode): void {
    if (field) return this.#finish(field, node);
    const list = this.#frames[this.#frames.length - 1];
    if (list?.kind === 'list') this.#afterItem(list, node);
  }

  #finish(field: OpenField, value: ValueNode | undefined): void {
    const scanner = this.#scanner;
    if (value) {
      field.value = value;
      field.end = value.end;
    }
    this.#waiting.push(field);
    if (value && (scanner.at(Char.Comma) || scanner.at(Char.Semicolon))) scanner.next();
  }

  /** At a name: closes messages that, by the indentation, were meant to end before it. */
  #endByIndentation(frame: MessageFrame): boolean {
    const scanner = this.#scanner;
    const line = scanner.lineStart;
    const opens = scanner.characterOnLine(scanner.end) !== Char.Colon;
    const field: FieldStart = { name: scanner.name(), column: this.#indentation(line), line, opens };
    const outermost = scanner.startsLine && this.#startsField() ? this.#outermostToEnd(field) : -1;
    if (outermost < 0) {
      noteLine(frame, field);
      return false;
    }
    this.#unclosed(outermost);
    return true;
  }

  #outermostToEnd(field: FieldStart): number {
    let around = this.#frames[0] as MessageFrame;
    for (let i = 1; i < this.#frames.length; i++) {
      const frame = this.#frames[i] as Frame;
      if (frame.kind === 'list') continue;
      if (endsBefore(frame, around, field)) return i;
      around = frame;
    }
    return -1;
  }

  /**
   * True for a bracket that is indented deeper than the message it would close, where the message continues after it.
   */
  #isStray(frame: MessageFrame): boolean {
    const scanner = this.#scanner;
    const { text, lineStart } = scanner;
    if (!scanner.startsLine || frame.lines !== 'indented' || this.#indentation(lineStart) <= frame.column) return false;
    const next = scanner.offsetAfter(scanner.end);
    const line = text.lastIndexOf('\n', next) + 1;
    if (line <= lineStart) return false;
    const column = next - line;
    return belongs(text.charCodeAt(next), letter)
      ? column > frame.column
      : text.charCodeAt(next) === frame.closer && column === frame.column;
  }

  /** Closes all frames from this one on, with one problem that names the places where they were opened. */
  #unclosed(outermost: number): void {
    const scanner = this.#scanner;
    const open = this.#frames.slice(outermost);
    if (open.length === 0) return;
    this.#unpaired += open.length;
    const closing = open.map((frame) => (frame.kind === 'list' ? ']' : String.fromCharCode(frame.closer)));
    const related = open.map(
      (frame): Related => ({
        code: 'opened-here',
        span: { start: frame.start, end: frame.start + 1 },
        args: { name: frame.field?.name ?? '' },
      }),
    );
    const args = { closer: closing.reverse().join(' '), found: this.#found() };
    scanner.report('syntax/unclosed', scanner.start, scanner.end, args, related);
    while (this.#frames.length > outermost) {
      const frame = this.#frames[this.#frames.length - 1] as Frame;
      if (frame.kind === 'list') this.#endList(frame, scanner.start, false);
      else this.#endMessage(frame, scanner.start, false);
    }
  }

  /**
   * Reports at the token found in place of the missing one, as libprotobuf does; where that is on another line, the
   * field itself becomes a related place.
   */
  #missing(
    code: 'syntax/expected-bracket' | 'syntax/expected-colon' | 'syntax/expected-value',
    { name, start, nameEnd, colon }: OpenField,
  ): void {
    const scanner = this.#scanner;
    const args = { name, found: this.#found() };
    const related: Related = {
      code: 'incomplete',
      span: { start, end: colon < 0 ? nameEnd : colon + 1 },
      args: { name },
    };
    scanner.reportToken(code, args, scanner.lineStart <= start ? undefined : [related]);
  }

  #expected(expected: string | Phrase): void {
    this.#scanner.reportToken('syntax/expected-token', { expected, found: this.#found() });
  }

  #expectedName(frame: MessageFrame): void {
    const scanner = this.#scanner;
    const { text, start, lineStart } = scanner;
    scanner.reportToken('syntax/expected-name', { found: this.#found() });
    // A whole message that has lost its name is skipped; a surplus bracket is not.
    if (this.#atOpener() && this.#isWhole(frame, start, lineStart)) return void this.#passBrackets();
    scanner.next();
    // A comment of another language is skipped to the end of its line.
    if (text.startsWith('//', start)) while (!scanner.is(Token.End) && scanner.lineStart === lineStart) scanner.next();
    this.#skipToField();
  }

  /** Skips to the next name that begins a field, closing bracket, or end: one problem for all that is skipped. */
  #skipToField(): void {
    const scanner = this.#scanner;
    while (!scanner.is(Token.End) && !this.#atCloser() && !this.#startsField()) {
      // A bracketed message without a name is skipped as a whole.
      if (this.#atOpener()) this.#passBrackets();
      else scanner.next();
    }
  }

  /**
   * At an opening bracket: true if a bracket closes it on its line, or on a later line, indented no deeper than this
   * line and deeper than the message around it.
   */
  #isWhole(around: MessageFrame, start: number, lineStart: number): boolean {
    const { text } = this.#scanner;
    const closer = this.#closerFrom(start + 1);
    if (closer < 0) return false;
    if (!text.slice(start, closer).includes('\n')) return closesOnLine(text, start + 1, this.#openedOn(lineStart));
    const column = columnOf(text, closer);
    return around.column < column && column <= this.#indentation(lineStart);
  }

  #passOver(field: OpenField | undefined): void {
    const scanner = this.#scanner;
    const { start } = scanner;
    if (!this.#tooDeep) scanner.report('syntax/too-deep', start, start + 1, { limit: maxDepth });
    this.#tooDeep = true;
    const closed = this.#passBrackets();
    this.#finishMessage(field, { kind: 'message', start, end: scanner.previousEnd, closed, fields: [] });
  }

  /** Skips from an opening bracket past the one that closes it, or to the end; false if nothing closes it. */
  #passBrackets(): boolean {
    const scanner = this.#scanner;
    let depth = 0;
    do {
      if (this.#atOpener()) depth++;
      else if (this.#atCloser()) depth--;
      scanner.next();
    } while (depth > 0 && !scanner.is(Token.End));
    return depth === 0;
  }

  #atOpener(): boolean {
    return this.#scanner.at(Char.OpenBrace) || this.#scanner.at(Char.OpenAngle);
  }

  #atCloser(): boolean {
    return this.#scanner.at(Char.CloseBrace) || this.#scanner.at(Char.CloseAngle);
  }

  /** The scanner's token, for a message. */
  #found(): string | Phrase {
    const { kind, text, start, end } = this.#scanner;
    return kind === Token.End ? { phrase: 'end-of-file' } : `“${shortened(text, start, end)}”`;
  }

  #indentation(line: number): number {
    if (line !== this.#measured.line) this.#measured = { line, column: indentation(this.#scanner.text, line) };
    return this.#measured.column;
  }
}

function newField(name: string, start: number, nameEnd: number): OpenField {
  return { kind: 'field', name, start, nameEnd, colon: -1, value: undefined, end: nameEnd };
}

function scalarToken(kind: Token): ScalarToken | undefined {
  switch (kind) {
    case Token.Identifier:
      return 'identifier';
    case Token.Integer:
      return 'integer';
    case Token.Float:
      return 'float';
    default:
      return undefined;
  }
}

/**
 * Tree × schema → typed message, with libprotobuf's verdict on every field and value (text_format.cc). It recurses no
 * deeper than the schema's messages nest.
 */
import type { Arguments, Code, Problem, Span } from '../problems';
import { quoted } from '../text/found';
import { bodyOf, int32, int64, isHexOrOctal, isNegative, readDouble, readInteger, readString, uint32, uint64, type IntegerRange } from '../text/literals';
import { nearest } from '../text/suggest';
import type { FieldNode, MessageNode, ScalarNode, Tree, ValueNode } from '../text/tree';
import { nameSpan, type Entry, type Message } from './message';
import type { FieldType, ForkNames, MessageType, Scalar } from './types';

export interface BindContext {
  /** How messages call the schema: "BVLC Caffe". */
  readonly dialect: string;
  /** Whose field is it, if not this schema's? */
  readonly forks?: ForkNames;
  readonly syntaxProblems: readonly Problem[];
}

export interface Bound {
  readonly message: Message;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

export function bind(tree: Tree, type: MessageType, context: BindContext): Bound {
  const binder = new Binder(tree.text, context);
  const message = binder.message(tree.root, type, { start: 0, end: 0 });
  return { message, problems: binder.problems };
}

type State = Message['state'];

class Binder {
  readonly problems: Problem[] = [];
  readonly #syntaxErrors: readonly number[];

  constructor(
    readonly text: string,
    readonly context: BindContext,
  ) {
    this.#syntaxErrors = context.syntaxProblems.map(({ span }) => span.start);
  }

  message(node: MessageNode, type: MessageType, span: Span): Message {
    const entries: Entry[] = [];
    const nBefore = this.problems.length;
    let state: State = this.#hasSyntaxError(node) ? 'damaged' : 'sound';
    for (const field of node.fields) state = worse(state, this.#field(field, type, entries));
    this.#required(type, entries, span);
    if (state === 'sound' && this.#errorsSince(nBefore)) state = 'damaged';
    return { type, span, node, entries, state };
  }

  #field(node: FieldNode, type: MessageType, entries: Entry[]): State {
    const field = type.fields.get(node.name);
    if (!field) return this.#unknown(node, type);
    if (field.label !== 'repeated' && entries.some((entry) => entry.field === field)) {
      this.#report('schema/set-twice', nameSpan(node), { name: field.name });
    }
    const { value } = node;
    if (!value) return this.#unreadable(entries, field, node);
    if (value.kind !== 'list') return this.#value(node, field, value, entries);
    if (field.label !== 'repeated') {
      this.#report('schema/not-repeated', { start: value.start, end: value.end }, { name: field.name });
      return this.#unreadable(entries, field, node);
    }
    if (node.colon < 0 && field.kind !== 'message') this.#missingColon(field, value);
    let state: State = 'sound';
    for (const item of value.items) state = worse(state, this.#value(node, field, item, entries));
    return state;
  }

  #value(node: FieldNode, field: FieldType, value: ScalarNode | MessageNode, entries: Entry[]): State {
    if (field.message) {
      if (value.kind !== 'message') {
        this.#report('schema/expected-type', value, { name: field.name, expected: '“{ … }”', found: this.#found(value) });
        return this.#unreadable(entries, field, node);
      }
      const message = this.message(value, field.message, nameSpan(node));
      entries.push({ field, node, valueNode: value, value: message });
      return message.state;
    }
    if (value.kind === 'message') {
      const bracket = { start: value.start, end: value.start + 1 };
      this.#report('schema/expected-type', bracket, { name: field.name, expected: expectation(field), found: '“{”' });
      return this.#unreadable(entries, field, node);
    }
    const read = this.#scalar(field, value);
    entries.push({ field, node, valueNode: value, value: read });
    return read === undefined ? 'unreadable' : 'sound';
  }

  #scalar(field: FieldType, node: ScalarNode): Scalar | undefined {
    switch (field.kind) {
      case 'int32':
        return this.#integer(field, node, int32);
      case 'uint32':
        return this.#integer(field, node, uint32);
      case 'int64':
        return this.#integer(field, node, int64);
      case 'uint64':
        return this.#integer(field, node, uint64);
      case 'float':
      case 'double':
        return this.#float(field, node);
      case 'bool':
        return this.#bool(field, node);
      case 'string':
      case 'bytes':
        return node.token === 'string' ? readString(this.text, node) : this.#mismatch(field, node);
      default:
        return this.#enumeration(field, node);
    }
  }

  #integer(field: FieldType, node: ScalarNode, range: IntegerRange): number | undefined {
    if (node.token !== 'integer' || (range.min === 0n && isNegative(this.text, node))) return this.#mismatch(field, node);
    const value = readInteger(this.text, node, range);
    if (value === undefined) this.#report('schema/out-of-range', node, { name: field.name, type: field.kind, found: this.#found(node) });
    return value;
  }

  #float(field: FieldType, node: ScalarNode): number | undefined {
    if (node.token === 'string' || (node.token === 'integer' && isHexOrOctal(bodyOf(this.text, node)))) return this.#mismatch(field, node);
    const value = readDouble(this.text, node);
    if (value === undefined) return this.#mismatch(field, node);
    return field.kind === 'float' ? Math.fround(value) : value;
  }

  #bool(field: FieldType, node: ScalarNode): boolean | undefined {
    const body = this.text.slice(node.start, node.end);
    if (node.token === 'integer' && !isNegative(this.text, node)) {
      const value = readInteger(this.text, node, { min: 0n, max: 1n });
      if (value === 0 || value === 1) return value === 1;
      this.#report('schema/out-of-range', node, { name: field.name, type: 'bool', found: this.#found(node) });
      return undefined;
    }
    if (node.token !== 'identifier') return this.#mismatch(field, node);
    if (body === 'true' || body === 'True' || body === 't') return true;
    if (body === 'false' || body === 'False' || body === 'f') return false;
    return this.#mismatch(field, node);
  }

  #enumeration(field: FieldType, node: ScalarNode): string | undefined {
    const { text } = this;
    const values = field.enumeration?.values;
    if (!values) throw new Error(`${field.owner}.${field.name} has no enum`);
    if (node.token === 'identifier' && !isNegative(text, node)) {
      const name = text.slice(node.start, node.end);
      return values.has(name) ? name : this.#unknownValue(field, node, name);
    }
    if (node.token !== 'integer') return this.#mismatch(field, node);
    const number = readInteger(text, node, int32);
    for (const value of values.values()) if (value.number === number) return value.name;
    return this.#unknownValue(field, node, text.slice(node.start, node.end));
  }

  #unknownValue(field: FieldType, node: ScalarNode, found: string): undefined {
    const names = [...(field.enumeration?.values.keys() ?? [])];
    const owners = this.context.forks?.enumValueOwners(field.typeName, found) ?? [];
    if (owners.length > 0) {
      this.#report('schema/fork-enum-value', node, { name: field.name, found, dialect: this.context.dialect, forks: owners });
      return undefined;
    }
    this.#report('schema/unknown-enum-value', node, { name: field.name, found: quoted(found), values: names }, nearest(found, names));
    return undefined;
  }

  #unknown(node: FieldNode, type: MessageType): State {
    const { name } = node;
    if (name.startsWith('[')) {
      this.#report('schema/unknown-extension', nameSpan(node), { name, message: type.name });
      return 'damaged';
    }
    const owners = this.context.forks?.fieldOwners(type.name, name) ?? [];
    if (owners.length > 0) {
      this.#report('schema/fork-field', nameSpan(node), { name, message: type.name, dialect: this.context.dialect, forks: owners });
      return 'sound';
    }
    this.#report('schema/unknown-field', nameSpan(node), { name, message: type.name }, nearest(name, type.fields.keys()));
    return 'damaged';
  }

  #required(type: MessageType, entries: readonly Entry[], span: Span): void {
    for (const field of requiredFields(type)) {
      if (!entries.some((entry) => entry.field === field)) {
        this.#report('schema/missing-required', span, { name: field.name, message: type.name });
      }
    }
  }

  #missingColon(field: FieldType, value: ValueNode): void {
    this.#report('schema/expected-type', { start: value.start, end: value.start + 1 }, { name: field.name, expected: '“:” before its values', found: '“[”' });
  }

  #mismatch(field: FieldType, node: ScalarNode): undefined {
    this.#report('schema/expected-type', node, { name: field.name, expected: expectation(field), found: this.#found(node) });
    return undefined;
  }

  #unreadable(entries: Entry[], field: FieldType, node: FieldNode): State {
    const { nameEnd: end, start } = node;
    entries.push({ field, node, valueNode: { kind: 'scalar', token: 'identifier', start, end }, value: undefined });
    return 'unreadable';
  }

  #found(node: ScalarNode | MessageNode): string {
    return quoted(this.text.slice(node.start, Math.min(node.end, node.start + 50)));
  }

  #report(code: Code, { start, end }: Span, args: Arguments, suggestion?: string): void {
    const problem: Problem = { code, span: { start, end }, args };
    this.problems.push(suggestion === undefined ? problem : { ...problem, suggestion });
  }

  #errorsSince(index: number): boolean {
    for (let i = index; i < this.problems.length; i++) {
      const { code } = this.problems[i] as Problem;
      if (code !== 'schema/fork-field' && code !== 'schema/fork-enum-value') return true;
    }
    return false;
  }

  #hasSyntaxError({ start, end }: MessageNode): boolean {
    return this.#syntaxErrors.length > 0 && this.#syntaxErrors.some((at) => at >= start && at < end);
  }
}

const order: Readonly<Record<State, number>> = { sound: 0, damaged: 1, unreadable: 2 };

function worse(a: State, b: State): State {
  return order[a] >= order[b] ? a : b;
}

const required = new WeakMap<MessageType, readonly FieldType[]>();

function requiredFields(type: MessageType): readonly FieldType[] {
  let fields = required.get(type);
  if (!fields) required.set(type, (fields = [...type.fields.values()].filter(({ label }) => label === 'required')));
  return fields;
}

/** What a field takes, in a few words. */
function expectation(field: FieldType): string {
  switch (field.kind) {
    case 'int32':
    case 'int64':
      return 'an integer';
    case 'uint32':
    case 'uint64':
      return 'an integer of 0 or more';
    case 'float':
    case 'double':
      return 'a decimal number';
    case 'bool':
      return 'true or false';
    case 'string':
    case 'bytes':
      return 'a string in quotes';
    default:
      return `one of ${[...(field.enumeration?.values.keys() ?? [])].join(', ')}`;
  }
}

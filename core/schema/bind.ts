/**
 * Tree × schema → typed message, with libprotobuf's verdict on every field and value (text_format.cc). It recurses no
 * deeper than the parser lets messages nest.
 */
import { none } from '../lists';
import { problemAt, suggesting, type ArgumentsOf, type Code, type Problem, type Span } from '../problems';
import { foundText } from '../text/found';
import { nearest } from '../text/suggest';
import type { FieldNode, MessageNode, ScalarNode, Tree } from '../text/tree';
import { nameSpan, type Entry, type Message } from './message';
import { expectation, readScalar } from './scalars';
import { SyntaxErrors } from './syntax-errors';
import type { FieldType, ForkName, ForkNames, MessageType, Scalar } from './types';

export interface BindContext {
  /** How messages call the schema: "BVLC Caffe". */
  readonly dialect: string;
  /** Whose field is it, if not this schema's? */
  readonly forks?: ForkNames;
  /** Values that a program fills in before Caffe reads them. */
  readonly isPlaceholder?: (written: string) => boolean;
  /** What the parser reported of the same text, in its order. */
  readonly syntaxProblems: readonly Problem[];
}

export interface Bound {
  readonly message: Message;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
}

/** More problems than these, and more names that are looked for, are of no use to anybody. */
const maxProblems = 1000;
const maxSuggestions = 100;
/** A message of more entries remembers its singular fields in a set. */
const fewEntries = 16;

export function bind(tree: Tree, type: MessageType, context: BindContext): Bound {
  const binder = new Binder(tree.text, context);
  const message = binder.message(tree.root, type, { start: 0, end: 0 });
  return { message, problems: binder.problems.sort((a, b) => a.span.start - b.span.start) };
}

type State = Message['state'];

class Binder {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #context: BindContext;
  readonly #syntaxErrors: SyntaxErrors;
  /** Entries of all open messages, outermost first: see the parser's. */
  readonly #entries: Entry[] = [];
  readonly #suggestions = new Map<string, string | undefined>();
  #nErrors = 0;

  constructor(text: string, context: BindContext) {
    this.#text = text;
    this.#context = context;
    this.#syntaxErrors = new SyntaxErrors(context.syntaxProblems);
  }

  message(node: MessageNode, type: MessageType, span: Span): Message {
    const entries = this.#entries;
    const nBefore = entries.length;
    const nErrors = this.#nErrors;
    let state: State = 'sound';
    let singular: Set<FieldType> | undefined;
    let meant: { readonly written: FieldNode; readonly field: FieldType }[] | undefined;
    for (let i = 0; i < node.fields.length; i++) {
      const written = node.fields[i] as FieldNode;
      const field = type.fields.get(written.name);
      if (!field) {
        const field = this.#unknown(written, type);
        if (field) (meant ??= []).push({ written, field });
        continue;
      }
      if (field.label !== 'repeated') {
        if (!singular && entries.length - nBefore > fewEntries)
          singular = new Set(entries.slice(nBefore).map((entry) => entry.field));
        if (singular ? singular.has(field) : this.#hasEntry(nBefore, field))
          this.#error('schema/set-twice', nameSpan(written), { name: field.name });
        singular?.add(field);
      }
      state = worse(state, this.#field(written, field));
    }
    for (const { written, field } of meant ?? none) {
      if (field.label === 'repeated' || !this.#hasEntry(nBefore, field))
        state = worse(state, this.#field(written, field));
    }
    this.#required(type, nBefore, span);
    const damaged = !node.closed || this.#syntaxErrors.isWithin(node);
    if (damaged) state = worse(state, 'damaged');
    else if (this.#nErrors > nErrors) state = worse(state, 'flawed');
    const own = entries.slice(nBefore);
    if (meant) own.sort((a, b) => a.node.start - b.node.start);
    entries.length = nBefore;
    return damaged ? { type, span, node, entries: own, state, damaged } : { type, span, node, entries: own, state };
  }

  #hasEntry(from: number, field: FieldType): boolean {
    for (let i = from; i < this.#entries.length; i++) if ((this.#entries[i] as Entry).field === field) return true;
    return false;
  }

  #field(node: FieldNode, field: FieldType): State {
    const { value } = node;
    if (!value) return this.#unreadable(node, field);
    if (value.kind !== 'list') return this.#value(node, field, value);
    const bracket = { start: value.start, end: value.start + 1 };
    if (field.label !== 'repeated') {
      this.#error('schema/not-repeated', bracket, { name: field.name });
      return this.#unreadable(node, field);
    }
    if (node.colon < 0 && field.kind !== 'message') {
      this.#error('schema/expected-type', bracket, {
        name: field.name,
        expected: { phrase: 'colon-before-list' },
        found: '“[”',
      });
    }
    let state: State = value.closed ? 'sound' : 'unreadable';
    for (const item of value.items) state = worse(state, this.#value(node, field, item));
    return state;
  }

  #value(node: FieldNode, field: FieldType, valueNode: ScalarNode | MessageNode): State {
    if (valueNode.kind === 'message' && field.message) {
      const message = this.message(valueNode, field.message, nameSpan(node));
      this.#entries.push({ field, node, valueNode, value: message });
      return message.state;
    }
    const value =
      valueNode.kind === 'scalar' ? this.#scalar(field, valueNode) : this.#messageForScalar(field, valueNode);
    this.#entries.push({ field, node, valueNode, value });
    return value === undefined ? 'unreadable' : 'sound';
  }

  #scalar(field: FieldType, node: ScalarNode): Scalar | undefined {
    // What the scanner could not read has its problem already.
    if (this.#syntaxErrors.spoil(node)) return undefined;
    const reading = readScalar(this.#text, node, field);
    if (typeof reading !== 'object') return reading;
    if (this.#context.isPlaceholder?.(this.#text.slice(node.start, node.end))) {
      this.#report('schema/placeholder', node, { found: this.#text.slice(node.start, node.end) });
      return undefined;
    }
    if (reading.kind === 'mismatch') this.#error('schema/expected-type', node, reading.args);
    else if (reading.kind === 'out of range') this.#error('schema/out-of-range', node, reading.args);
    else return this.#unknownValue(field, node, reading.found);
    return undefined;
  }

  #messageForScalar(field: FieldType, { start }: MessageNode): undefined {
    const found = foundText(this.#text.charAt(start));
    this.#error(
      'schema/expected-type',
      { start, end: start + 1 },
      { name: field.name, expected: expectation(field), found },
    );
  }

  /** The value that is meant, where one is near. */
  #unknownValue(field: FieldType, node: ScalarNode, found: string): string | undefined {
    const { forks, dialect } = this.#context;
    const owners = forks?.enumValueOwners(field.typeName, found) ?? [];
    if (owners.length > 0) {
      this.#report('schema/fork-enum-value', node, {
        name: field.name,
        type: field.typeName,
        found,
        dialect,
        forks: labelsOf(owners),
      });
      return undefined;
    }
    const values = [...(field.enumeration?.values.keys() ?? [])];
    const suggestion = this.#suggest(field.typeName, found, values);
    this.#error('schema/unknown-enum-value', node, { name: field.name, found: foundText(found), values }, suggestion);
    return suggestion;
  }

  /** The field that is meant, where one is near; never one that makes an old net of a new one. */
  #unknown(node: FieldNode, type: MessageType): FieldType | undefined {
    const { name } = node;
    const { forks, dialect } = this.#context;
    if (name.startsWith('[')) {
      this.#error('schema/unknown-extension', nameSpan(node), { name, message: type.name });
      return undefined;
    }
    const owners = forks?.fieldOwners(type.name, name) ?? [];
    if (owners.length > 0) {
      this.#report('schema/fork-field', nameSpan(node), { name, message: type.name, dialect, forks: labelsOf(owners) });
      return undefined;
    }
    const suggestion = this.#suggest(type.name, name, type.fields.keys());
    const isUnfinished = node.colon < 0 && (!node.value || (suggestion === undefined && node.value.kind === 'scalar'));
    if (!isUnfinished && !this.#syntaxErrors.doubts(node.start))
      this.#error('schema/unknown-field', nameSpan(node), { name, message: type.name }, suggestion);
    return suggestion === undefined ||
      (suggestion.startsWith('layer') && suggestion !== 'layer') ||
      type.name === 'V1LayerParameter'
      ? undefined
      : type.fields.get(suggestion);
  }

  #suggest(from: string, name: string, names: Iterable<string>): string | undefined {
    const key = `${from} ${name}`;
    if (!this.#suggestions.has(key) && this.#suggestions.size < maxSuggestions)
      this.#suggestions.set(key, nearest(name, names));
    return this.#suggestions.get(key);
  }

  #required(type: MessageType, nBefore: number, span: Span): void {
    const fields = requiredFields(type);
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i] as FieldType;
      if (!this.#hasEntry(nBefore, field))
        this.#error('schema/missing-required', span, { name: field.name, message: type.name });
    }
  }

  /** An entry at the name of a field whose value is missing. */
  #unreadable(node: FieldNode, field: FieldType): State {
    const { start, nameEnd: end, value } = node;
    const valueNode: ScalarNode = {
      kind: 'scalar',
      token: 'identifier',
      start: value?.start ?? start,
      end: value?.end ?? end,
    };
    this.#entries.push({ field, node, valueNode, value: undefined });
    return 'unreadable';
  }

  #error<C extends Code>(code: C, span: Span, args: ArgumentsOf<C>, suggestion?: string): void {
    this.#nErrors++;
    this.#report(code, span, args, suggestion);
  }

  #report<C extends Code>(code: C, { start, end }: Span, args: ArgumentsOf<C>, suggestion?: string): void {
    if (this.problems.length > maxProblems) return;
    this.problems.push(
      this.problems.length === maxProblems
        ? { code: 'syntax/too-many-problems', span: { start, end }, args: { limit: maxProblems } }
        : suggesting(problemAt(code, { start, end }, args), suggestion),
    );
  }
}

function labelsOf(forks: readonly ForkName[]): readonly string[] {
  return forks.map(({ label }) => label);
}

const order: Readonly<Record<State, number>> = { sound: 0, flawed: 1, damaged: 2, unreadable: 3 };

function worse(a: State, b: State): State {
  return a === b || order[a] >= order[b] ? a : b;
}

const required = new WeakMap<MessageType, readonly FieldType[]>();

function requiredFields(type: MessageType): readonly FieldType[] {
  let fields = required.get(type);
  if (!fields) required.set(type, (fields = [...type.fields.values()].filter(({ label }) => label === 'required')));
  return fields;
}

/**
 * Tree × schema → typed message, with libprotobuf's verdict on every field and value (text_format.cc). The recursion is
 * bounded by the parser's limit on nesting.
 */
import { none } from '../lists';
import { infoOf, problemAt, suggesting, type ArgumentsOf, type Code, type Problem, type Span } from '../problems';
import { foundText } from '../text/found';
import { slipOf } from '../text/suggest';
import type { FieldNode, MessageNode, ScalarNode, Tree } from '../text/tree';
import { nameSpan, type Entry, type Message } from './message';
import { mayMean } from './own-name';
import { expectation, isNumeric, readScalar, takesNumbers } from './scalars';
import { SyntaxErrors } from './syntax-errors';
import type { FieldHome, FieldType, ForkName, ForkNames, MessageType, OtherCaffes, Scalar } from './types';

export interface BindContext {
  /** The schema's name in messages: "BVLC Caffe". */
  readonly dialect: string;
  /** The forks that have a name which this schema lacks. */
  readonly forks?: ForkNames;
  /** Present where the dialect is a guess, not given by the user: names that another Caffe may have are no errors. */
  readonly others?: OtherCaffes | undefined;
  /** Where a field that `message` lacks belongs, in a layer of that type; undefined where that is not known. */
  readonly homeOf?: (field: FieldNode, message: MessageType, layerType: string) => FieldHome | undefined;
  /** True for values that a program fills in before Caffe reads them. */
  readonly isPlaceholder?: (written: string, expected: 'number' | 'other') => boolean;
  /** The parser's problems of the same text, in its order. */
  readonly syntaxProblems: readonly Problem[];
}

export interface Bound {
  readonly message: Message;
  /** In text order. */
  readonly problems: readonly Problem[];
}

/** More problems, or suggestions for more names, are of no use to anyone. */
const maxProblems = 1000;
const maxSuggestions = 100;
/** The most repositories listed in one sentence. */
const maxOwners = 3;
/** A message with more entries tracks its singular fields in a set. */
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
  /** Entries of all open messages, outermost first, in one array as in the parser. */
  readonly #entries: Entry[] = [];
  readonly #suggestions = new Map<string, string | undefined>();
  #nErrors = 0;
  /** By code; all errors together. */
  readonly #nReported = new Map<string, number>();
  /** That of the open message. */
  #foreign: Message['foreign'];
  /** The innermost open `layer`. */
  #layer: MessageNode | undefined;
  /** The number of open messages that are fields of another Caffe: their contents are not reported separately. */
  #nForeign = 0;

  constructor(text: string, context: BindContext) {
    this.#text = text;
    this.#context = context;
    this.#syntaxErrors = new SyntaxErrors(context.syntaxProblems);
  }

  message(node: MessageNode, type: MessageType, span: Span): Message {
    const entries = this.#entries;
    const nBefore = entries.length;
    const nErrors = this.#nErrors;
    const around = { foreign: this.#foreign, layer: this.#layer };
    this.#foreign = undefined;
    if (type.name === 'LayerParameter') this.#layer = node;
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
          this.#misused(field, 'schema/set-twice', nameSpan(written), { name: field.name });
        singular?.add(field);
      }
      if (field.owners) this.#ofOthers(nameSpan(written), field.name, field.owners);
      else if (isOfAtlas(field)) this.#modelled(nameSpan(written), field);
      state = worse(state, this.#field(written, field));
    }
    for (const { written, field } of meant ?? none) {
      if (field.label === 'repeated' || !this.#hasEntry(nBefore, field))
        state = worse(state, this.#field(written, field));
    }
    this.#required(type, nBefore, span);
    const foreign = this.#foreign;
    this.#foreign = around.foreign ?? (foreign && 'within');
    this.#layer = around.layer;
    const damaged = !node.closed || this.#syntaxErrors.isWithin(node);
    if (damaged) state = worse(state, 'damaged');
    else if (this.#nErrors > nErrors) state = worse(state, 'flawed');
    const own = entries.slice(nBefore);
    if (meant) own.sort((a, b) => a.node.start - b.node.start);
    entries.length = nBefore;
    const message: Message = { type, span, node, entries: own, state };
    if (!damaged && !foreign) return message;
    return { ...message, ...(damaged ? { damaged } : {}), ...(foreign ? { foreign } : {}) };
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
      this.#misused(field, 'schema/not-repeated', bracket, { name: field.name });
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
      const isForeign = field.owners !== undefined || isOfAtlas(field);
      if (isForeign) this.#nForeign++;
      const message = this.message(valueNode, field.message, nameSpan(node));
      if (isForeign) this.#nForeign--;
      this.#entries.push({ field, node, valueNode, value: field.unread ? undefined : message });
      return field.unread ? 'unreadable' : message.state;
    }
    const read =
      valueNode.kind === 'scalar' ? this.#scalar(field, valueNode) : this.#messageForScalar(field, valueNode);
    const value = field.unread ? undefined : read;
    this.#entries.push({ field, node, valueNode, value });
    return value === undefined ? 'unreadable' : 'sound';
  }

  #scalar(field: FieldType, node: ScalarNode): Scalar | undefined {
    // What the scanner could not read has been reported already.
    if (this.#syntaxErrors.makesUnreadable(node)) return undefined;
    const reading = readScalar(this.#text, node, field);
    if (typeof reading !== 'object') {
      const owners = field.enumeration?.values.get(String(reading))?.owners;
      if (owners) this.#ofOthers(node, String(reading), owners);
      return reading;
    }
    const found = this.#text.slice(node.start, node.end);
    if (this.#context.isPlaceholder?.(found, takesNumbers(field) ? 'number' : 'other')) {
      this.#report('schema/placeholder', node, { found });
      return undefined;
    }
    if (reading.kind === 'mismatch') this.#misused(field, 'schema/expected-type', node, reading.args);
    else if (reading.kind === 'out of range') this.#misused(field, 'schema/out-of-range', node, reading.args);
    else return this.#unknownValue(field, node, reading.found);
    return undefined;
  }

  #messageForScalar(field: FieldType, { start }: MessageNode): undefined {
    const found = foundText(this.#text.charAt(start));
    const span = { start, end: start + 1 };
    this.#misused(field, 'schema/expected-type', span, { name: field.name, expected: expectation(field), found });
  }

  /** A field with more values than allowed, or of another type. Other Caffes may define the field otherwise. */
  #misused<C extends Code>(field: FieldType, code: C, span: Span, args: ArgumentsOf<C>): void {
    const { others } = this.#context;
    const { owner, name } = field;
    // A field that is set twice is a slip, a list is none.
    const repeat = code === 'schema/not-repeated' ? (others?.repeatedFieldOwners(owner, name) ?? none) : none;
    if (repeat.length > 0) this.#ofOthers(span, name, repeat);
    else if (others?.definesOtherwise(field)) this.#ofOthers(span, name, others.fieldOwners(owner, name));
    else if (field.owners && field.owners.length > 0) {
      this.#foreign = 'own';
      if (!others?.accepts(name))
        this.#report('schema/unlikely-value', span, { name, owners: field.owners.slice(0, maxOwners) });
    } else this.#error(code, span, args);
  }

  /** A name of another Caffe: its meaning for the open message is unknown. */
  #ofOthers(span: Span, name: string, owners: readonly string[]): void {
    this.#foreign = 'own';
    if (owners.length > 0 && this.#nForeign === 0 && !this.#context.others?.accepts(name))
      this.#report('schema/other-caffe', span, { name, names: [name], all: [name], owners });
  }

  /** A name of another Caffe whose meaning is known: only reported, since the choice of that Caffe is a guess. */
  #modelled(span: Span, { name, owner }: FieldType): void {
    const { others } = this.#context;
    if (!others?.areLikely || this.#nForeign > 0 || others.accepts(name)) return;
    const owners = others.fieldOwners(owner, name);
    this.#report('schema/other-caffe', span, { name, names: [name], all: [name], owners });
  }

  /**
   * Handles a name that the schema lacks but another Caffe has, or the user accepts; false where it may be misspelt.
   */
  #isOfOthers(span: Span, name: string, owners: (others: OtherCaffes) => readonly string[]): boolean {
    const { others } = this.#context;
    if (!others) return false;
    if (others.accepts(name)) this.#foreign = 'own';
    else {
      const known = owners(others);
      if (known.length === 0) return false;
      this.#ofOthers(span, name, known);
    }
    return true;
  }

  /** The suggested value, if there is one. */
  #unknownValue(field: FieldType, node: ScalarNode, found: string): string | undefined {
    const { forks, others, dialect } = this.#context;
    const isNumber = isNumeric(found);
    if (isNumber && hasUnknownNumbers(field)) return undefined;
    const name = isNumber ? `${field.name}: ${found}` : found;
    if (this.#isOfOthers(node, name, (all) => all.enumValueOwners(field.typeName, found))) return undefined;
    const owners = others ? none : (forks?.enumValueOwners(field.typeName, found) ?? none);
    if (owners.length > 0) {
      const args = { name: field.name, type: field.typeName, found, dialect, forks: labelsOf(owners) };
      this.#report('schema/fork-enum-value', node, args);
      return undefined;
    }
    const values = [...(field.enumeration?.values.keys() ?? [])];
    const suggestion = this.#suggest(field.typeName, found, values);
    if (isNumber) {
      this.#misused(field, 'schema/unknown-enum-value', node, { name: field.name, found: foundText(found), values });
    } else if (others && suggestion === undefined) {
      this.#foreign = 'own';
      this.#report('schema/unknown-name', node, {
        what: { phrase: 'value-of', args: { field: field.name } },
        name: found,
      });
    } else {
      const args = { name: field.name, found: foundText(found), values };
      this.#error('schema/unknown-enum-value', node, args, suggestion);
    }
    return suggestion;
  }

  /** The suggested field, if there is one; never one that turns a net into an older format. */
  #unknown(node: FieldNode, type: MessageType): FieldType | undefined {
    const { name } = node;
    const { forks, others, dialect } = this.#context;
    const span = nameSpan(node);
    if (name.startsWith('[')) {
      this.#error('schema/unknown-extension', span, { name, message: type.name });
      return undefined;
    }
    const home = this.#homeOf(node, type);
    if (home) {
      this.#error('schema/misplaced-field', span, {
        name,
        message: type.name,
        inside: home.inside,
        as: home.name,
        place: home.inside === '' ? { phrase: 'layer-itself' } : home.inside,
      });
      return undefined;
    }
    if (this.#isOfOthers(span, name, (all) => all.fieldOwners(type.name, name))) return undefined;
    const owners = others ? none : (forks?.fieldOwners(type.name, name) ?? none);
    if (owners.length > 0) {
      this.#report('schema/fork-field', span, { name, message: type.name, dialect, forks: labelsOf(owners) });
      return undefined;
    }
    const suggestion = this.#suggestField(node, type);
    const isUnfinished = node.colon < 0 && (!node.value || (suggestion === undefined && node.value.kind === 'scalar'));
    if (others && suggestion === undefined) this.#foreign = 'own';
    if (!isUnfinished && !this.#syntaxErrors.doubts(node.start)) {
      if (others && suggestion === undefined)
        this.#report('schema/unknown-name', span, { what: { phrase: 'field-of', args: { message: type.name } }, name });
      else this.#error('schema/unknown-field', span, { name, message: type.name }, suggestion);
    }
    return suggestion === undefined || (suggestion.startsWith('layer') && suggestion !== 'layer')
      ? undefined
      : type.fields.get(suggestion);
  }

  /** Where a field in the wrong message belongs, if its value is valid there. */
  #homeOf(node: FieldNode, type: MessageType): FieldHome | undefined {
    const { homeOf } = this.#context;
    if (!homeOf || !this.#layer || this.#nForeign > 0) return undefined;
    return homeOf(node, type, typeOf(this.#layer, this.#text));
  }

  #suggestField(node: FieldNode, type: MessageType): string | undefined {
    const suggestion = this.#suggest(type.name, node.name, type.fields.keys());
    const field = suggestion === undefined ? undefined : type.fields.get(suggestion);
    const layerType = this.#layer && type.name === 'LayerParameter' ? typeOf(this.#layer, this.#text) : '';
    return field && mayMean(node, field, layerType) ? suggestion : undefined;
  }

  #suggest(from: string, name: string, names: Iterable<string>): string | undefined {
    const key = `${from} ${name}`;
    if (!this.#suggestions.has(key) && this.#suggestions.size < maxSuggestions)
      this.#suggestions.set(key, slipOf(name, names));
    return this.#suggestions.get(key);
  }

  #required(type: MessageType, nBefore: number, span: Span): void {
    const fields = requiredFields(type);
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i] as FieldType;
      if (this.#hasEntry(nBefore, field)) continue;
      const args = { name: field.name, message: type.name };
      if (!field.owners?.length && !this.#context.others?.definesOtherwise(field))
        this.#error('schema/missing-required', span, args);
    }
  }

  /** Adds an entry at the name of a field whose value is missing. */
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

  /** Reports at most `maxProblems` errors, then one that says so; of each other kind, only the first `maxProblems`. */
  #report<C extends Code>(code: C, { start, end }: Span, args: ArgumentsOf<C>, suggestion?: string): void {
    const isAnError = infoOf(code).severity === 'error';
    const kind = isAnError ? 'error' : code;
    const known = this.#nReported.get(kind) ?? 0;
    this.#nReported.set(kind, known + 1);
    if (known < maxProblems) this.problems.push(suggesting(problemAt(code, { start, end }, args), suggestion));
    else if (isAnError && known === maxProblems)
      this.problems.push({ code: 'syntax/too-many-problems', span: { start, end }, args: { limit: maxProblems } });
  }
}

/** The type that a layer's text gives; empty where there is none. */
function typeOf(layer: MessageNode, text: string): string {
  const value = layer.fields.find(({ name }) => name === 'type')?.value;
  return value?.kind === 'scalar' && value.token === 'string' ? text.slice(value.start + 1, value.end - 1) : '';
}

/** True for an enum with values that are known from the atlas, which has no numbers: any number may be one of them. */
function hasUnknownNumbers({ enumeration }: FieldType): boolean {
  return [...(enumeration?.values.values() ?? none)].some(({ number }) => Number.isNaN(number));
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

/** True for a field that is known from the atlas, which has no numbers. */
function isOfAtlas({ number }: FieldType): boolean {
  return Number.isNaN(number);
}

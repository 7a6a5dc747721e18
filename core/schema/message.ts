/**
 * A typed message: the fields of a text that a schema has, with decoded values and their spans. Made by `bind`;
 * upgrades make synthetic ones whose entries still refer to the text that caused them.
 */
import { appended, none } from '../lists';
import type { Span } from '../problems';
import type { FieldNode, MessageNode, ScalarNode } from '../text/tree';
import type { FieldType, MessageType, Scalar } from './types';

export interface Message {
  readonly type: MessageType;
  /** The span for problems of the message as a whole: the name of the field that holds it. */
  readonly span: Span;
  /** Absent for a message that is not written in the text (defaults, upgrades). */
  readonly node: MessageNode | undefined;
  /** In text order; a list `[a, b]` gives one entry per item. */
  readonly entries: readonly Entry[];
  /**
   * `unreadable`: some value in it (at any depth) could not be read, so nothing computed from it holds.
   * `damaged`: it contains a syntax error, so something may be missing; every value that is there is as written.
   * `flawed`: a field in it is unknown, set twice or missing; a misspelt field is also present under its suggested
   * name.
   */
  readonly state: 'sound' | 'flawed' | 'damaged' | 'unreadable';
  /** Set where it contains a syntax error, even if its state is `unreadable`. */
  readonly damaged?: true;
  /**
   * `own`: it has a name, or a use of one, from another Caffe, whose meaning is unknown; `within`: a message in it has.
   */
  readonly foreign?: 'own' | 'within';
}

export interface Entry {
  readonly field: FieldType;
  readonly node: FieldNode;
  /** The value's own node (the item, in a list). */
  readonly valueNode: ScalarNode | MessageNode;
  /** Floats are rounded to float32, as protobuf does. Undefined where the value could not be read. */
  readonly value: Scalar | Message | undefined;
}

/** The entry of a singular field: the last one written. */
export function entryOf(message: Message, name: string): Entry | undefined {
  const { entries } = message;
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i] as Entry;
    if (entry.field.name === name) return entry;
  }
  return undefined;
}

export function entriesOf({ entries }: Message, name: string): readonly Entry[] {
  let found: Entry[] | undefined;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as Entry;
    if (entry.field.name === name) found = appended(found, entry);
  }
  return found ?? none;
}

/** protobuf's `has_name()` for a singular field. */
export function has(message: Message, name: string): boolean {
  return entryOf(message, name) !== undefined;
}

/** True for a field that is written, but whose value could not be read: it is unknown. */
export function isUnread(message: Message, name: string): boolean {
  const entry = entryOf(message, name);
  return entry !== undefined && entry.value === undefined;
}

/** A number field's value or default. Throws where the schema has no number field of that name: a programming error. */
export function num(message: Message, name: string): number {
  const value = scalarOf(message, name);
  if (typeof value !== 'number') throw new TypeError(`${message.type.name}.${name} is not a number`);
  return value;
}

export function bool(message: Message, name: string): boolean {
  const value = scalarOf(message, name);
  if (typeof value !== 'boolean') throw new TypeError(`${message.type.name}.${name} is not a bool`);
  return value;
}

/** A string's or enum's value or default; an enum value is its name. */
export function str(message: Message, name: string): string {
  const value = scalarOf(message, name);
  if (typeof value !== 'string') throw new TypeError(`${message.type.name}.${name} is not a string`);
  return value;
}

/** All values of a repeated number field. */
export function nums(message: Message, name: string): readonly number[] {
  return valuesOf(message, name, isNumber);
}

export function strs(message: Message, name: string): readonly string[] {
  return valuesOf(message, name, isString);
}

export function bools(message: Message, name: string): readonly boolean[] {
  return valuesOf(message, name, isBoolean);
}

/** A singular message field, or undefined where it is not written. */
export function sub(message: Message, name: string): Message | undefined {
  const value = entryOf(message, name)?.value;
  return typeof value === 'object' ? value : undefined;
}

/** A singular message field; where it is not written, an empty message with the parent's span. */
export function subOrEmpty(message: Message, name: string): Message {
  return sub(message, name) ?? emptyField(message, name);
}

/** The message that `subOrEmpty` returns for a field that is not written. */
export function emptyField(message: Message, name: string): Message {
  const type = fieldOf(message.type, name)?.message;
  if (!type) throw new TypeError(`${message.type.name}.${name} is not a message`);
  return emptyMessage(type, message.span);
}

/** All messages of a repeated message field. */
export function subs(message: Message, name: string): readonly Message[] {
  return valuesOf(message, name, isMessage);
}

export function emptyMessage(type: MessageType, span: Span): Message {
  return { type, span, node: undefined, entries: [], state: 'sound' };
}

/** The span for a problem with a field: its last value, else the message's own span. */
export function placeOf(message: Message, name: string): Span {
  const entry = entryOf(message, name);
  return entry ? valueSpan(entry) : message.span;
}

/** The span of a field as a whole, `name: value`. */
export function fieldPlaceOf(message: Message, name: string): Span {
  const entry = entryOf(message, name);
  return entry ? { start: entry.node.start, end: entry.node.end } : message.span;
}

/** The span of an entry's own value: the item, in a list. */
export function valueSpan({ valueNode: { start, end } }: Entry): Span {
  return { start, end };
}

/** The span of a field's name. */
export function nameSpan(node: FieldNode): Span {
  return { start: node.start, end: node.nameEnd };
}

/** The field as rules read it, even where this Caffe lacks it. */
export function fieldOf(type: MessageType, name: string): FieldType | undefined {
  return type.lacked?.get(name) ?? type.fields.get(name);
}

/** Each layer is queried for fields that few have, so nothing is allocated where there are none. */
function valuesOf<Value extends Scalar | Message>(
  { entries }: Message,
  name: string,
  is: (value: Entry['value']) => value is Value,
): readonly Value[] {
  let found: Value[] | undefined;
  for (let i = 0; i < entries.length; i++) {
    const { field, value } = entries[i] as Entry;
    if (field.name === name && is(value)) found = appended(found, value);
  }
  return found ?? none;
}

function isNumber(value: Entry['value']): value is number {
  return typeof value === 'number';
}

function isString(value: Entry['value']): value is string {
  return typeof value === 'string';
}

function isBoolean(value: Entry['value']): value is boolean {
  return typeof value === 'boolean';
}

function isMessage(value: Entry['value']): value is Message {
  return typeof value === 'object';
}

function scalarOf(message: Message, name: string): Scalar | undefined {
  const value = entryOf(message, name)?.value;
  if (value !== undefined && typeof value !== 'object') return value;
  return fieldOf(message.type, name)?.default;
}

/** Makes messages that no text spells, out of entries that some text does: each still points at what caused it. */
import type { Span } from '../../problems';
import { entryOf, type Entry, type Message } from '../../schema/message';
import type { FieldType, MessageType, Scalar, Schema } from '../../schema/types';

export function typeNamed(schema: Schema, name: string): MessageType {
  const type = schema.messages.get(name);
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

export function fieldNamed(type: MessageType, name: string): FieldType {
  const field = type.fields.get(name);
  if (!field) throw new Error(`${type.name} has no ${name}`);
  return field;
}

/** The same text as a value of another field. */
export function retarget(entry: Entry, field: FieldType, value: Scalar | Message | undefined = entry.value): Entry {
  return { field, node: entry.node, valueNode: entry.valueNode, value };
}

export function synthetic(type: MessageType, span: Span, entries: readonly Entry[], state: Message['state'] = 'sound'): Message {
  return { type, span, node: undefined, entries, state };
}

/** The message with other entries, at its own place. */
export function withEntries(message: Message, type: MessageType, entries: readonly Entry[]): Message {
  return { type, span: message.span, node: message.node, entries, state: message.state };
}

export function spanOf(entry: Entry): Span {
  return { start: entry.node.start, end: entry.node.nameEnd };
}

/** Entries of two messages as one, the second's winning: protobuf's merge of singular fields. */
export function merged(type: MessageType, span: Span, first: Message | undefined, extra: readonly Entry[]): Message {
  const kept = first ? first.entries.filter(({ field }) => !extra.some((entry) => entry.field === field)) : [];
  return first ? withEntries(first, type, [...kept, ...extra]) : synthetic(type, span, extra);
}

export { entryOf };

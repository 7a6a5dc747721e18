/** Building blocks of upgrades: entries that change their field and keep their span. */
import { fieldOf, type Entry, type Message } from '../../schema/message';
import type { MessageType, Schema } from '../../schema/types';
import type { Problem, Span } from '../../problems';

export interface Rewritten {
  /** The entries of the NetParameter. */
  readonly entries: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** A message of the schema. The schema that binds nets has all messages that an upgrade needs. */
export function typeOf(schema: Schema, name: string): MessageType {
  const type = schema.messages.get(name);
  if (!type) throw new Error(`${schema.name} has no message ${name}`);
  return type;
}

/** The entry as a field of another message; empty where that message has no such field. */
export function moved(entry: Entry, type: MessageType, name: string): readonly Entry[] {
  const field = fieldOf(type, name);
  return field ? [{ ...entry, field }] : [];
}

/** An entry for a message or value that the text does not have, at the span of the text that caused it. */
export function made(cause: Entry, type: MessageType, name: string, value: Entry['value']): readonly Entry[] {
  const field = fieldOf(type, name);
  return field ? [{ field, node: cause.node, valueNode: cause.valueNode, value }] : [];
}

/** A message that is not written in the text. */
export function madeMessage(type: MessageType, span: Span, entries: readonly Entry[]): Message {
  return { type, span, node: undefined, entries, state: stateOf(entries) };
}

/** `owner`'s field as a message type, e.g. `convolution_param` of LayerParameter. */
export function messageOf(owner: MessageType, name: string): MessageType | undefined {
  return fieldOf(owner, name)?.message;
}

function stateOf(entries: readonly Entry[]): Message['state'] {
  let state: 'sound' | 'flawed' | 'damaged' = 'sound';
  for (const { value } of entries) {
    if (value === undefined || (typeof value === 'object' && value.state === 'unreadable')) return 'unreadable';
    if (typeof value === 'object' && (value.state === 'damaged' || (value.state === 'flawed' && state === 'sound')))
      state = value.state;
  }
  return state;
}

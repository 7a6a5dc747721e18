import { fieldOf, type Message } from '../schema/message';
import type { MessageType } from '../schema/types';

/** The message type of a field. */
export function fieldNamedOf(message: Message, field: string): MessageType {
  const type = fieldOf(message.type, field)?.message;
  if (!type) throw new TypeError(`${message.type.name}.${field} is not a message`);
  return type;
}

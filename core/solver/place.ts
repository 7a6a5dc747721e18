import type { Span } from '../problems';
import { nameSpan, type Entry, type Message } from '../schema/message';

/** Where to show that something is missing from the file: its first field's name. */
export function firstPlace(message: Message): Span {
  const [first] = message.entries;
  return first ? nameSpan(first.node) : message.span;
}

/** In the order of the text. */
export function byPlace(a: Entry, b: Entry): number {
  return a.node.start - b.node.start;
}
